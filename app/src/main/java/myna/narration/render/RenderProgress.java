package myna.narration.render;

/**
 * How far a render has come.
 *
 * @param chapter title of the chapter in work
 * @param lines of this share: finished and in all
 * @param audioSeconds of sound made in this run
 * @param workSeconds that this run took for it, without pauses
 * @param remainingSeconds that it will probably take, or negative before that can be told
 */
public record RenderProgress(
    String chapter, Lines lines, double audioSeconds, double workSeconds, double remainingSeconds) {
  /**
   * Counts of lines.
   *
   * @param finished how many are finished, whenever they were made
   * @param all how many there are
   */
  public record Lines(int finished, int all) {}

  /** Done, in [0, 1]. */
  public double fraction() {
    return lines.all() == 0 ? 1 : (double) lines.finished() / lines.all();
  }

  /** Seconds of work for a second of sound; NaN before any was made. */
  public double realTimeFactor() {
    return audioSeconds == 0 ? Double.NaN : workSeconds / audioSeconds;
  }
}
