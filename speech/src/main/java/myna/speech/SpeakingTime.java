package myna.speech;

/** How long it usually takes to say something, for whoever must tell before it is said. */
public final class SpeakingTime {
  /** A usual reading: some 13 phonemes a second within a sentence. */
  private static final double SECONDS_PER_PHONEME = 0.075;

  /** Silence that the ends of a sentence carry. */
  private static final double SECONDS_AROUND = 0.25;

  private SpeakingTime() {}

  /** Seconds at usual speed, without the pauses between the sentences. */
  public static double of(int sentences, long phonemes) {
    return SECONDS_AROUND * sentences + SECONDS_PER_PHONEME * phonemes;
  }
}
