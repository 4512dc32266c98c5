package myna.narration.book;

import java.util.List;
import java.util.Optional;
import myna.text.UserLexicon;

/**
 * A book as it was read.
 *
 * @param metadata what the file says of itself
 * @param cover its picture, if it has one
 * @param chapters in reading order, at least one
 * @param pronunciations of words, where the book brings them along; mostly none
 */
public record Book(
    Metadata metadata,
    Optional<Cover> cover,
    List<Chapter> chapters,
    List<UserLexicon.Entry> pronunciations) {
  public Book {
    chapters = List.copyOf(chapters);
    pronunciations = List.copyOf(pronunciations);
    if (chapters.isEmpty()) {
      throw new IllegalArgumentException("a book without chapters");
    }
  }

  /** A book that leaves it to the reader how its words are said. */
  public Book(Metadata metadata, Optional<Cover> cover, List<Chapter> chapters) {
    this(metadata, cover, chapters, List.of());
  }

  /** The same with words as it says they are pronounced. */
  public Book withPronunciations(List<UserLexicon.Entry> words) {
    return new Book(metadata, cover, chapters, words);
  }
}
