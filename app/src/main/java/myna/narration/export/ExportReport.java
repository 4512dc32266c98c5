package myna.narration.export;

import java.nio.file.Path;
import java.util.List;
import myna.delivery.LoudnessReading;

/**
 * What was exported.
 *
 * @param files that were written, sound first
 * @param chapters with their places in the whole
 * @param seconds of the whole
 * @param loudness of the whole as it was written, before compression
 * @param words that are spoken
 */
public record ExportReport(
    List<Path> files,
    List<BookTimeline.Mark> chapters,
    double seconds,
    LoudnessReading loudness,
    Words words) {
  /**
   * The words of a book.
   *
   * @param spoken how many there are
   * @param doubtful those that the self-check could not make out; none where it was not asked to
   */
  public record Words(int spoken, List<DoubtfulWord> doubtful) {
    public Words {
      doubtful = List.copyOf(doubtful);
    }
  }

  /**
   * A word that the self-check could not make out.
   *
   * @param word as it is spoken
   * @param sentence that it stands in
   * @param chapter title
   * @param seconds from the start of the book
   */
  public record DoubtfulWord(String word, String sentence, String chapter, double seconds) {}
}
