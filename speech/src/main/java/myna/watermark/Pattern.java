package myna.watermark;

/** The signs of the cells: pseudo-random, the same for ever, repeating in time. */
final class Pattern {
  /** Seconds that a chip lasts. */
  static final double CHIP_SECONDS = 0.032;

  /** Chips until the pattern repeats. */
  static final int PERIOD = 100;

  /** Hertz of a band. */
  static final double BAND_HERTZ = 125;

  /** Where the lowest band begins, in Hertz. */
  static final double LOWEST_HERTZ = 312.5;

  /** Bands, of which the highest ends at 7187.5 Hz. */
  static final int BANDS = 55;

  private static final long SEED = 0x4D79_6E61L;

  private static final byte[] SIGNS = signs();

  /** [BANDS][2 PERIOD]: the signs of each band in time, twice, so that no loop wraps around. */
  private static final float[][] IN_TIME = inTime();

  private Pattern() {}

  /**
   * The sign of a cell.
   *
   * @param chip of any place in time
   * @param band in [0, BANDS)
   * @return 1 or -1
   */
  static int sign(long chip, int band) {
    return SIGNS[Math.floorMod(chip, PERIOD) * BANDS + band];
  }

  /**
   * Correlates a chip's values with the pattern at each of its places in time.
   *
   * @param chip in [0, PERIOD)
   * @param values [BANDS]
   * @param sums [PERIOD], to which the sum of the values, each times its cell's sign, is added for
   *     a pattern that is so many chips early
   */
  static void correlate(int chip, float[] values, float[] sums) {
    for (int b = 0; b < BANDS; b++) {
      float[] signs = IN_TIME[b];
      float value = values[b];
      for (int shift = 0; shift < PERIOD; shift++) {
        sums[shift] += value * signs[chip + shift];
      }
    }
  }

  /** The band that a frequency lies in, or -1 for none. */
  static int band(double hertz) {
    int band = (int) Math.floor((hertz - LOWEST_HERTZ) / BAND_HERTZ);
    return band < BANDS ? Math.max(band, -1) : -1;
  }

  private static byte[] signs() {
    byte[] signs = new byte[PERIOD * BANDS];
    for (int i = 0; i < signs.length; i++) {
      signs[i] = (byte) (mix(SEED + i * 0x9E37_79B9_7F4A_7C15L) < 0 ? -1 : 1);
    }
    return signs;
  }

  private static float[][] inTime() {
    float[][] signs = new float[BANDS][2 * PERIOD];
    for (int b = 0; b < BANDS; b++) {
      for (int chip = 0; chip < 2 * PERIOD; chip++) {
        signs[b][chip] = sign(chip, b);
      }
    }
    return signs;
  }

  /** SplitMix64 (Steele et al., Fast splittable pseudorandom number generators, 2014). */
  private static long mix(long state) {
    long z = (state ^ (state >>> 30)) * 0xBF58_476D_1CE4_E5B9L;
    z = (z ^ (z >>> 27)) * 0x94D0_49BB_1331_11EBL;
    return z ^ (z >>> 31);
  }
}
