package myna.codec;

import java.util.Arrays;
import java.util.Objects;

/**
 * Residual-quantization tokens.
 *
 * @param codes [L][D] row-major, each in [0, V); owned by the record
 * @param frames L
 * @param depth D, at least 1; depth 0 of a row is the coarsest
 */
public record Tokens(int[] codes, int frames, int depth) {
  /** Checks the shape. */
  public Tokens {
    if (frames < 0 || depth < 1 || codes.length != frames * depth) {
      throw new IllegalArgumentException(
          "tokens of %d frames and %d depths in an array of %d"
              .formatted(frames, depth, codes.length));
    }
  }

  /** The code of one frame at one depth, both from 0. */
  public int at(int frame, int depthIndex) {
    return codes[frame * depth + depthIndex];
  }

  /**
   * The coarsest depths alone.
   *
   * @param depths how many, in [1, depth]
   */
  public Tokens prefix(int depths) {
    if (depths < 1 || depths > depth) {
      throw new IllegalArgumentException("no prefix of " + depths + " of " + depth + " depths");
    }
    int[] kept = new int[frames * depths];
    for (int i = 0; i < frames; i++) {
      System.arraycopy(codes, i * depth, kept, i * depths, depths);
    }
    return new Tokens(kept, frames, depths);
  }

  /**
   * A stretch of frames.
   *
   * @param from first frame, in [0, to]
   * @param to the frame after the last, in [from, L]
   */
  public Tokens slice(int from, int to) {
    Objects.checkFromToIndex(from, to, frames);
    return new Tokens(Arrays.copyOfRange(codes, from * depth, to * depth), to - from, depth);
  }

  /** These, and others of the same depth behind them. */
  public Tokens then(Tokens others) {
    int[] all = Arrays.copyOf(codes, codes.length + others.codes.length);
    System.arraycopy(others.codes, 0, all, codes.length, others.codes.length);
    return new Tokens(all, frames + others.frames, depth);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Tokens that
        && frames == that.frames
        && depth == that.depth
        && Arrays.equals(codes, that.codes);
  }

  @Override
  public int hashCode() {
    return 31 * Arrays.hashCode(codes) + depth;
  }

  @Override
  public String toString() {
    return "Tokens[" + frames + " x " + depth + "]";
  }
}
