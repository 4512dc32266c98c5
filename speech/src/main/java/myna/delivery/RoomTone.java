package myna.delivery;

/**
 * A very soft noise under everything, so that the silence between sentences is that of a room and
 * not that of a switched-off loudspeaker. The same for every book.
 */
final class RoomTone {
  private static final double LEVEL_DB = -75;
  private static final long SEED = 0x9E3779B97F4A7C15L;
  private static final double DAMPING = 0.7;

  /** Uniform noise in [-1, 1] through y = DAMPING y + x has this RMS. */
  private static final double RMS = Math.sqrt(1.0 / 3 / (1 - DAMPING * DAMPING));

  private final double scale = StrictMath.pow(10, LEVEL_DB / 20) / RMS;
  private long state = SEED;
  private double filtered;

  /** Adds the noise to samples, in place. */
  void addTo(float[] samples) {
    for (int t = 0; t < samples.length; t++) {
      filtered = DAMPING * filtered + uniform();
      samples[t] += (float) (scale * filtered);
    }
  }

  /** Uniform in [-1, 1), by Marsaglia's xorshift (2003). */
  private double uniform() {
    state ^= state << 13;
    state ^= state >>> 7;
    state ^= state << 17;
    return state * 0x1p-63;
  }
}
