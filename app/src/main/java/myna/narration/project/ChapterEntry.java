package myna.narration.project;

import myna.narration.book.Section;

/**
 * A chapter of a project.
 *
 * @param id names it from its creation on
 * @param title for lists and chapter marks
 * @param section which part of the book it belongs to
 * @param included whether it is spoken
 * @param work how much of it there is
 */
public record ChapterEntry(long id, String title, Section section, boolean included, Work work) {
  /**
   * How much there is to render.
   *
   * @param lines how many
   * @param finished how many of them are rendered
   * @param phonemes of all lines: the measure of how long they take
   * @param finishedPhonemes of the rendered ones
   * @param seconds of sound rendered
   */
  public record Work(
      int lines, int finished, long phonemes, long finishedPhonemes, double seconds) {
    /** Nothing. */
    public static final Work NONE = new Work(0, 0, 0, 0, 0);

    /** Both together. */
    public Work plus(Work other) {
      return new Work(
          lines + other.lines,
          finished + other.finished,
          phonemes + other.phonemes,
          finishedPhonemes + other.finishedPhonemes,
          seconds + other.seconds);
    }
  }
}
