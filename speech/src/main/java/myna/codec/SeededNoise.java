package myna.codec;

import java.util.Arrays;

/**
 * Random numbers that a seed determines, the same on every platform: SplitMix64 (Steele, Lea and
 * Flood, OOPSLA 2014), and the Box-Muller transform by {@link StrictMath}. An odd number of normals
 * discards the second of the last pair. Not safe for use by several threads.
 */
public final class SeededNoise implements NoiseSource {
  private static final long GOLDEN_GAMMA = 0x9e3779b97f4a7c15L;
  private static final double UNIT = 0x1.0p-53;

  private long state;

  /** The numbers of a seed. */
  public SeededNoise(long seed) {
    state = seed;
  }

  /**
   * A seed for one part of a work: different for each part, and far from the seeds of other parts.
   *
   * @param seed of the whole
   * @param part number of the part
   */
  public static long derive(long seed, long part) {
    return mix(mix(seed + GOLDEN_GAMMA) ^ (part * GOLDEN_GAMMA));
  }

  @Override
  public void uniforms(double[] values) {
    for (int i = 0; i < values.length; i++) {
      values[i] = uniform();
    }
  }

  @Override
  public void normals(double[] values) {
    for (int i = 0; i < values.length; i += 2) {
      double radius = StrictMath.sqrt(-2 * StrictMath.log(1 - uniform()));
      double angle = 2 * Math.PI * uniform();
      values[i] = radius * StrictMath.cos(angle);
      if (i + 1 < values.length) {
        values[i + 1] = radius * StrictMath.sin(angle);
      }
    }
  }

  /** Standard normal numbers in single precision. */
  public float[] gaussian(int count) {
    double[] values = new double[count];
    normals(values);
    float[] noise = new float[count];
    for (int i = 0; i < count; i++) {
      noise[i] = (float) values[i];
    }
    return noise;
  }

  /**
   * A stretch of the endless row of standard normal numbers that a seed determines, wherever it
   * starts.
   *
   * @param from index of the first number, at least 0
   */
  public static float[] gaussian(long seed, long from, int count) {
    long pair = from / 2;
    int skipped = (int) (from % 2);
    float[] numbers =
        new SeededNoise(seed + 2 * pair * GOLDEN_GAMMA).gaussian(Math.addExact(count, skipped));
    return skipped == 0 ? numbers : Arrays.copyOfRange(numbers, skipped, numbers.length);
  }

  private double uniform() {
    state += GOLDEN_GAMMA;
    return (mix(state) >>> 11) * UNIT;
  }

  private static long mix(long z) {
    long a = (z ^ (z >>> 30)) * 0xbf58476d1ce4e5b9L;
    long b = (a ^ (a >>> 27)) * 0x94d049bb133111ebL;
    return b ^ (b >>> 31);
  }
}
