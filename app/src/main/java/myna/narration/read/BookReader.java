package myna.narration.read;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import myna.jobs.Cancellation;
import myna.narration.book.Block;
import myna.narration.book.Book;
import myna.narration.book.Chapter;
import myna.narration.book.Cover;
import myna.narration.book.Metadata;
import myna.narration.book.NarrationException;
import myna.narration.book.NarrationException.Reason;
import myna.narration.book.Section;

/** Reads one format. */
interface BookReader {
  /** Reads a book whole. */
  Book read(Path file, ImportOptions options, Cancellation cancellation)
      throws IOException, NarrationException;

  /**
   * A book of what was read: chapters without anything to speak are left out.
   *
   * @param file gives the title where the book has none
   */
  static Book book(Metadata metadata, Optional<Cover> cover, List<Chapter> chapters, Path file)
      throws NarrationException {
    List<Chapter> spoken = chapters.stream().filter(BookReader::speaks).toList();
    if (spoken.stream().noneMatch(chapter -> chapter.section() != Section.NAVIGATION)) {
      throw new NarrationException(Reason.EMPTY, file + " holds no text to speak");
    }
    return new Book(metadata.orTitled(baseName(file)), cover, withBody(spoken));
  }

  /** No book is all title page and notes: where there seems to be no body, the longest part is. */
  private static List<Chapter> withBody(List<Chapter> chapters) {
    if (chapters.stream().anyMatch(chapter -> chapter.section() == Section.BODY)) {
      return chapters;
    }
    Chapter body =
        chapters.stream()
            .filter(chapter -> chapter.section() != Section.NAVIGATION)
            .max(Comparator.comparingInt(chapter -> chapter.text().length()))
            .orElseThrow();
    return chapters.stream()
        .map(
            chapter ->
                chapter.equals(body)
                    ? new Chapter(chapter.title(), Section.BODY, chapter.blocks())
                    : chapter)
        .toList();
  }

  /** The name of a file without its extension. */
  static String baseName(Path file) {
    String name = String.valueOf(file.getFileName());
    int dot = name.lastIndexOf('.');
    String base = Tidy.line((dot > 0 ? name.substring(0, dot) : name).replace('_', ' '));
    return base.isEmpty() ? "Untitled" : base;
  }

  private static boolean speaks(Chapter chapter) {
    return chapter.blocks().stream().anyMatch(block -> block.kind() != Block.Kind.BREAK);
  }
}
