package myna.voice;

import myna.audio.Audio;
import myna.audio.Levels;

/**
 * Finds samples that were cut off at the top: flat runs at the largest value, or, where lossy
 * coding has roughened them, a crowd of samples just below it that no natural signal has.
 */
final class ClippingMeasure {
  private static final float FLAT = 0.9995f;
  private static final int SHORTEST_RUN = 3;
  private static final float CROWD = 0.97f;
  private static final float BELOW = 0.91f;
  private static final int LEAST_CROWD = 40;

  private ClippingMeasure() {}

  /** Clipped samples per million. */
  static double partsPerMillion(Audio audio) {
    float peak = Levels.peak(audio);
    if (peak == 0) {
      return 0;
    }
    long clipped = Math.max(flat(audio.samples(), peak), crowded(audio.samples(), peak));
    return clipped * 1e6 / audio.length();
  }

  private static long flat(float[] samples, float peak) {
    long clipped = 0;
    int run = 0;
    for (int t = 0; t <= samples.length; t++) {
      boolean top = t < samples.length && Math.abs(samples[t]) >= FLAT * peak;
      boolean sameSide = run == 0 || (top && samples[t] * samples[t - 1] > 0);
      if (top && sameSide) {
        run++;
        continue;
      }
      clipped += run >= SHORTEST_RUN ? run : 0;
      run = top ? 1 : 0;
    }
    return clipped;
  }

  /** Amplitudes of speech get rarer the higher they are; if not, what is too many was clipped. */
  private static long crowded(float[] samples, float peak) {
    long top = 0;
    long below = 0;
    for (float sample : samples) {
      float share = Math.abs(sample) / peak;
      top += share >= CROWD ? 1 : 0;
      below += share >= BELOW && share < CROWD ? 1 : 0;
    }
    return top >= LEAST_CROWD && top > below ? top - below / 2 : 0;
  }
}
