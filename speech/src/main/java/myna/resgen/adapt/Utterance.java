package myna.resgen.adapt;

import java.util.Arrays;
import myna.codec.Tokens;

/**
 * A recording whose phonemes are known, and how long each of them is.
 *
 * @param symbols [N] ids
 * @param frames [N] of each symbol, at least 1
 * @param tokens [L][D], L the sum of the frames
 */
public record Utterance(int[] symbols, int[] frames, Tokens tokens) {
  /** Checks the shapes. */
  public Utterance {
    if (symbols.length == 0
        || symbols.length != frames.length
        || Arrays.stream(frames).min().orElse(0) < 1
        || Arrays.stream(frames).sum() != tokens.frames()) {
      throw new IllegalArgumentException(
          "%d symbols, %d durations, %d frames"
              .formatted(symbols.length, frames.length, tokens.frames()));
    }
  }
}
