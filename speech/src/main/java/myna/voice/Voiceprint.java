package myna.voice;

import java.util.Arrays;
import java.util.Objects;

/**
 * Whose voice something is: an embedding, which is near those of the same voice.
 *
 * @param network what made it; those of different networks cannot be compared
 * @param values [E]
 */
public record Voiceprint(String network, float[] values) {
  private static final int MOST_VALUES = 4096;

  /**
   * Checks what may come from a stranger.
   *
   * @throws IllegalArgumentException if it is no embedding
   */
  public Voiceprint {
    Objects.requireNonNull(network, "network");
    double squares = 0;
    for (float value : values) {
      squares += (double) value * value;
    }
    if (values.length > MOST_VALUES || !Double.isFinite(squares) || squares == 0) {
      throw new IllegalArgumentException("a voiceprint has numbers that are not all 0");
    }
    if (network.isBlank() || network.length() > 100) {
      throw new IllegalArgumentException("a voiceprint names its network");
    }
  }

  /** Whether it can be compared with another one. */
  public boolean isLike(Voiceprint other) {
    return network.equals(other.network) && values.length == other.values.length;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Voiceprint print
        && network.equals(print.network)
        && Arrays.equals(values, print.values);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(values);
  }
}
