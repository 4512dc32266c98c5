package myna.speech;

/**
 * The level of speech, pauses left out: the mean power of all windows of 20 ms within 35 dB of the
 * loudest. Training scales references by the same measure.
 */
public final class ActiveLevel {
  private static final double WINDOW_SECONDS = 0.02;
  private static final double RANGE = 3.1622776601683794e-4; // 35 dB

  private ActiveLevel() {}

  /**
   * The level.
   *
   * @return dB of full scale; negative infinity for silence
   */
  public static double of(float[] samples, int sampleRate) {
    int window = Math.max(1, (int) Math.round(WINDOW_SECONDS * sampleRate));
    double[] powers = new double[Math.ceilDiv(samples.length, window)];
    double loudest = 0;
    for (int w = 0; w < powers.length; w++) {
      powers[w] = power(samples, w * window, Math.min(samples.length, (w + 1) * window));
      loudest = Math.max(loudest, powers[w]);
    }
    double sum = 0;
    int active = 0;
    for (double power : powers) {
      if (power > 0 && power >= RANGE * loudest) {
        sum += power;
        active++;
      }
    }
    return 10 * Math.log10(sum / Math.max(1, active));
  }

  private static double power(float[] samples, int from, int to) {
    double sum = 0;
    for (int t = from; t < to; t++) {
      sum += (double) samples[t] * samples[t];
    }
    return sum / (to - from);
  }

  /**
   * Scales samples in place.
   *
   * @param gainDb wanted
   * @param highestPeak that may come of it, above 0; the gain is held back for it
   */
  public static void amplify(float[] samples, double gainDb, double highestPeak) {
    float peak = 0;
    for (float sample : samples) {
      peak = Math.max(peak, Math.abs(sample));
    }
    double gain = StrictMath.pow(10, gainDb / 20);
    float factor = (float) (peak * gain > highestPeak ? highestPeak / peak : gain);
    for (int t = 0; t < samples.length; t++) {
      samples[t] *= factor;
    }
  }
}
