package myna.audio;

/**
 * The two filters in front of the loudness meter. ITU-R BS.1770-4 gives their coefficients for 48
 * kHz; corner, gain and quality here are those of the analogue filters behind them, so that any
 * rate can be had.
 */
final class KWeighting {
  private static final double SHELF_HZ = 1681.974450955533;
  private static final double SHELF_DB = 3.999843853973347;
  private static final double SHELF_Q = 0.7071752369554196;

  /** The exponent by which the shelf's gain is split between its two halves. */
  private static final double SHELF_SPLIT = 0.4996667741545416;

  private static final double HIGH_PASS_HZ = 38.13547087602444;
  private static final double HIGH_PASS_Q = 0.5003270373238773;

  private KWeighting() {}

  /** The effect of the head: treble raised by 4 dB. */
  static Biquad shelf(int sampleRate) {
    double k = warp(SHELF_HZ, sampleRate);
    double high = Math.pow(10, SHELF_DB / 20);
    double band = Math.pow(high, SHELF_SPLIT);
    double a0 = 1 + k / SHELF_Q + k * k;
    return new Biquad(
        (high + band * k / SHELF_Q + k * k) / a0,
        2 * (k * k - high) / a0,
        (high - band * k / SHELF_Q + k * k) / a0,
        2 * (k * k - 1) / a0,
        (1 - k / SHELF_Q + k * k) / a0);
  }

  /** The revised low-frequency B curve. */
  static Biquad highPass(int sampleRate) {
    double k = warp(HIGH_PASS_HZ, sampleRate);
    double a0 = 1 + k / HIGH_PASS_Q + k * k;
    return new Biquad(1, -2, 1, 2 * (k * k - 1) / a0, (1 - k / HIGH_PASS_Q + k * k) / a0);
  }

  /** The tangent of the bilinear transform; corners above half the rate are taken down to it. */
  private static double warp(double hertz, int sampleRate) {
    return Math.tan(Math.PI * Math.min(hertz / sampleRate, 0.49));
  }
}
