package myna.speech;

/**
 * How a voice takes its time, as a reference clip tells.
 *
 * @param pace length of its phonemes over what the model predicts, in [{@link #FASTEST}, {@link
 *     #SLOWEST}]
 * @param phonemesPerPhrase between two pauses, at least 1
 * @param pauseSeconds mean length of the pauses between phrases
 */
public record Rhythm(double pace, double phonemesPerPhrase, double pauseSeconds) {
  /** The least pace. */
  public static final double FASTEST = 0.75;

  /** The highest pace. */
  public static final double SLOWEST = 1.45;

  /** Means over readers, which clips that tell little are drawn towards. */
  public static final Rhythm USUAL = new Rhythm(1, 30, 0.5);

  /** The lengths of pauses relative to the usual ones, within limits that still sound alike. */
  public double pauseFactor() {
    return Math.clamp(pauseSeconds / USUAL.pauseSeconds, 0.7, 2);
  }
}
