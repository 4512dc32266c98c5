package myna.audio;

/** From two channels to one. */
final class Downmix {
  /** Share of a channel's energy, -20 dB, below which the mean has lost it. */
  private static final double LOST = 0.01;

  private Downmix() {}

  /**
   * The mean of two channels, or the first of them where the mean has lost it: recorders that write
   * one channel with its sign turned are not rare, and their mean is silence.
   *
   * @param mean [T] of both channels
   * @param first [T], the first channel
   */
  static float[] choose(float[] mean, float[] first) {
    return energy(mean) < LOST * energy(first) ? first : mean;
  }

  private static double energy(float[] samples) {
    double sum = 0;
    for (float sample : samples) {
      sum += (double) sample * sample;
    }
    return sum;
  }
}
