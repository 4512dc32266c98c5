package myna.narration.book;

import java.util.List;
import java.util.Optional;

/**
 * A book as it was read.
 *
 * @param metadata what the file says of itself
 * @param cover its picture, if it has one
 * @param chapters in reading order, at least one
 */
public record Book(Metadata metadata, Optional<Cover> cover, List<Chapter> chapters) {
  public Book {
    chapters = List.copyOf(chapters);
    if (chapters.isEmpty()) {
      throw new IllegalArgumentException("a book without chapters");
    }
  }
}
