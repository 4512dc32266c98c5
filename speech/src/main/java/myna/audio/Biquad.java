package myna.audio;

/**
 * A filter of second order, y[t] = b0 x[t] + b1 x[t-1] + b2 x[t-2] - a1 y[t-1] - a2 y[t-2].
 *
 * @see <a href="https://www.w3.org/TR/audio-eq-cookbook/">R. Bristow-Johnson, Audio EQ Cookbook</a>
 */
record Biquad(double b0, double b1, double b2, double a1, double a2) {
  /**
   * A Butterworth high-pass filter; one whose corner the rate cannot carry lets everything pass.
   */
  static Biquad highPass(int sampleRate, double hertz) {
    if (hertz >= sampleRate / 2.0) {
      return new Biquad(1, 0, 0, 0, 0);
    }
    double omega = 2 * Math.PI * hertz / sampleRate;
    double cosine = StrictMath.cos(omega);
    double alpha = StrictMath.sin(omega) / Math.sqrt(2);
    double a0 = 1 + alpha;
    double b0 = (1 + cosine) / 2 / a0;
    return new Biquad(b0, -2 * b0, b0, -2 * cosine / a0, (1 - alpha) / a0);
  }

  /**
   * Filters from rest.
   *
   * @param samples [T]
   * @return a new array [T]
   */
  float[] filter(float[] samples) {
    float[] out = new float[samples.length];
    State state = fromRest();
    for (int t = 0; t < samples.length; t++) {
      out[t] = (float) state.next(samples[t]);
    }
    return out;
  }

  /** The filter at rest, to be fed one sample at a time. */
  State fromRest() {
    return new State(this);
  }

  /** A filter on its way through a signal. */
  static final class State {
    private final Biquad filter;
    private double s1;
    private double s2;

    private State(Biquad filter) {
      this.filter = filter;
    }

    /** Takes x[t], gives y[t]. */
    double next(double x) {
      double y = filter.b0 * x + s1;
      s1 = filter.b1 * x - filter.a1 * y + s2;
      s2 = filter.b2 * x - filter.a2 * y;
      return y;
    }
  }
}
