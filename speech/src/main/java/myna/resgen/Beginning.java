package myna.resgen;

import java.util.Arrays;
import myna.codec.Tokens;

/**
 * The tokens that the sampler begins with: it fills what is missing and changes none of them.
 *
 * @param known [L][D]; what is not visible in it counts for nothing
 * @param visible [L] number of known depths of each frame, in [0, D], the coarsest first; owned by
 *     the record
 */
public record Beginning(Tokens known, int[] visible) {
  /** Checks the shapes. */
  public Beginning {
    if (visible.length != known.frames()
        || Arrays.stream(visible).anyMatch(v -> v < 0 || v > known.depth())) {
      throw new IllegalArgumentException(
          "%s with %d visible counts".formatted(known, visible.length));
    }
  }

  /** Everything is known but a stretch of frames. */
  public static Beginning without(Tokens known, int from, int to) {
    int[] visible = new int[known.frames()];
    Arrays.fill(visible, known.depth());
    Arrays.fill(visible, from, to, 0);
    return new Beginning(known, visible);
  }

  /** A stretch of frames. */
  public Beginning slice(int from, int to) {
    return new Beginning(known.slice(from, to), Arrays.copyOfRange(visible, from, to));
  }

  /** Whether nothing is missing. */
  public boolean isComplete() {
    return Arrays.stream(visible).allMatch(v -> v == known.depth());
  }
}
