package myna.audio;

import java.util.Arrays;
import java.util.Objects;

/**
 * Mono samples with their rate.
 *
 * @param samples [T] in [-1, 1]; owned by the record: whoever makes one gives the array away,
 *     whoever reads one does not change it
 * @param sampleRate samples per second, at least 1
 */
public record Audio(float[] samples, int sampleRate) {
  /**
   * @throws IllegalArgumentException if the rate is below 1
   */
  public Audio {
    Objects.requireNonNull(samples, "samples");
    if (sampleRate < 1) {
      throw new IllegalArgumentException("sample rate " + sampleRate);
    }
  }

  /** The number of samples, T. */
  public int length() {
    return samples.length;
  }

  /** The duration in seconds. */
  public double seconds() {
    return samples.length / (double) sampleRate;
  }

  /**
   * A copy of a stretch.
   *
   * @param from first sample, in [0, to]
   * @param to the sample after the last, in [from, T]
   */
  public Audio slice(int from, int to) {
    Objects.checkFromToIndex(from, to, samples.length);
    return new Audio(Arrays.copyOfRange(samples, from, to), sampleRate);
  }

  /** Whether rate and every sample are the same. */
  @Override
  public boolean equals(Object other) {
    return other instanceof Audio that
        && sampleRate == that.sampleRate
        && Arrays.equals(samples, that.samples);
  }

  @Override
  public int hashCode() {
    return 31 * Arrays.hashCode(samples) + sampleRate;
  }

  @Override
  public String toString() {
    return "Audio[" + samples.length + " samples, " + sampleRate + " Hz]";
  }
}
