package myna.codec;

/**
 * How frames and samples go together. What goes in and what comes out may have different rates.
 *
 * @param hop samples per frame of what is encoded
 * @param outputHop samples per frame of what is decoded
 * @param context frames on either side that the decoder looks at
 */
public record Framing(int hop, int outputHop, int context) {
  /** Checks the numbers. */
  public Framing {
    if (hop < 1 || outputHop < 1 || context < 0) {
      throw new IllegalArgumentException(
          "hops %d and %d, context %d".formatted(hop, outputHop, context));
    }
  }

  /** Frames that hold this many samples of what is encoded. */
  public int frames(int samples) {
    return Math.ceilDiv(samples, hop);
  }

  /** As many samples of what is decoded as last as long as this many of what is encoded. */
  public int decoded(int samples) {
    return Math.toIntExact((long) samples * outputHop / hop);
  }
}
