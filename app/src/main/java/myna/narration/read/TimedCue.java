package myna.narration.read;

import java.util.List;

/**
 * What is heard during a stretch of a film, as its subtitles say.
 *
 * @param number in the order of time, from 1
 * @param start seconds
 * @param end seconds, not before the start
 * @param style that the cue is shown in, or ""
 * @param turns what is said, at least one
 */
public record TimedCue(int number, double start, double end, String style, List<Turn> turns) {
  /** Copies the list. */
  public TimedCue {
    turns = List.copyOf(turns);
  }

  /**
   * What one person says.
   *
   * @param speaker as the file calls them, or ""
   * @param begins whether it is marked as another's words than those before
   * @param text on one line
   */
  public record Turn(String speaker, boolean begins, String text) {
    Turn with(String more) {
      return new Turn(speaker, begins, text.isEmpty() ? more : text + " " + more);
    }
  }
}
