package myna.audio;

/**
 * Changes the sample rate by a polyphase filter: a sinc, cut at the lower of the two rates and
 * windowed after Kaiser (Kaiser and Schafer, On the use of the I0-sinh window for spectrum
 * analysis, 1980).
 *
 * <p>Flat to 0.45 of the lower rate, 100 dB down from 0.5 of it on; what comes out is in time with
 * what went in. Uses {@code StrictMath}, so that every machine computes the same samples.
 */
public final class Resampler {
  /** How far aliases and images lie below the signal, in dB. */
  static final double REJECTION_DB = 100;

  /** Zero crossings of the sinc on each side. */
  private static final int CROSSINGS = 64;

  private static final double BETA = 0.1102 * (REJECTION_DB - 8.7);

  /**
   * Width of the filter's transition as a share of the lower rate (Kaiser's formula for the
   * length).
   */
  private static final double TRANSITION = (REJECTION_DB - 7.95) / (14.36 * 2 * CROSSINGS);

  private Resampler() {}

  /**
   * Resamples.
   *
   * @param rate wanted, at least 1
   * @return the audio itself where it has that rate; else round(T * rate / sampleRate) samples, at
   *     least one if there was one
   */
  public static Audio resample(Audio audio, int rate) {
    if (rate == audio.sampleRate()) {
      return audio;
    }
    int divisor = gcd(rate, audio.sampleRate());
    Filter filter = new Filter(rate / divisor, audio.sampleRate() / divisor);
    long length = Math.round(audio.length() * (double) filter.up / filter.down);
    int wanted = audio.length() == 0 ? 0 : Math.toIntExact(Math.max(1, length));
    return new Audio(filter.apply(audio.samples(), wanted), rate);
  }

  private static int gcd(int a, int b) {
    return b == 0 ? a : gcd(b, a % b);
  }

  /**
   * A filter for the ratio up : down. Phases are made as they come, since odd ratios have very
   * many.
   */
  private static final class Filter {
    final int up;
    final int down;

    /** Of the input's rate, the share that the lower rate is. */
    private final double scale;

    /** Input samples on each side of the output sample that weigh in. */
    private final int reach;

    /** Per phase, in [0, up), the weights [2 * reach] of the input samples. */
    private final float[][] phases;

    Filter(int up, int down) {
      this.up = up;
      this.down = down;
      scale = Math.min(1, (double) up / down);
      reach = (int) Math.ceil(CROSSINGS / scale);
      phases = new float[up][];
    }

    /**
     * @param in [T]
     * @return [length]
     */
    float[] apply(float[] in, int length) {
      float[] out = new float[length];
      for (int i = 0; i < length; i++) {
        long place = (long) i * down;
        int phase = (int) (place % up);
        out[i] = sum(in, (int) (place / up) - reach + 1, weights(phase));
      }
      return out;
    }

    private float sum(float[] in, int start, float[] weights) {
      double sum = 0;
      int from = Math.max(0, -start);
      int to = Math.min(weights.length, in.length - start);
      for (int j = from; j < to; j++) {
        sum += (double) weights[j] * in[start + j];
      }
      return (float) sum;
    }

    private float[] weights(int phase) {
      if (phases[phase] == null) {
        phases[phase] = makeWeights(phase / (double) up);
      }
      return phases[phase];
    }

    /**
     * @param fraction of an input sample by which the output sample lies behind the last one before
     *     it
     */
    private float[] makeWeights(double fraction) {
      double cutoff = scale * (1 - TRANSITION);
      double[] weights = new double[2 * reach];
      double sum = 0;
      for (int j = 0; j < weights.length; j++) {
        double distance = j - reach + 1 - fraction;
        weights[j] = cutoff * sinc(cutoff * distance) * kaiser(distance / reach);
        sum += weights[j];
      }
      float[] normalized = new float[weights.length];
      for (int j = 0; j < weights.length; j++) {
        normalized[j] = (float) (weights[j] / sum);
      }
      return normalized;
    }
  }

  private static double sinc(double x) {
    double angle = Math.PI * x;
    return Math.abs(angle) < 1e-9 ? 1 : StrictMath.sin(angle) / angle;
  }

  /**
   * @param x place in the window; outside [-1, 1] it is 0
   */
  private static double kaiser(double x) {
    double inside = 1 - x * x;
    return inside < 0 ? 0 : bessel(BETA * StrictMath.sqrt(inside)) / bessel(BETA);
  }

  /** The modified Bessel function of the first kind and order 0, by its power series. */
  private static double bessel(double x) {
    double term = 1;
    double sum = 1;
    for (int k = 1; term > 1e-17 * sum; k++) {
      double factor = x / (2 * k);
      term *= factor * factor;
      sum += term;
    }
    return sum;
  }
}
