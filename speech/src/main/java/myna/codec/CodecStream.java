package myna.codec;

import java.util.Arrays;
import java.util.NoSuchElementException;

/**
 * The signal of tokens, piece by piece, as it would be in one piece: every piece is decoded with
 * the decoder's context on both sides, which is thrown away, meets the noise of its place, and
 * takes up the pitch periods where the piece before left them. Tokens may be added while pieces are
 * taken. Not safe for use by several threads.
 */
public final class CodecStream {
  private final CodecNetwork network;
  private final ResidualQuantizer quantizer;
  private final Framing framing;
  private final long seed;
  private float[] latents = {}; // [L][d]
  private int frames;
  private boolean ended;
  private int at;
  private float turn;

  CodecStream(CodecNetwork network, ResidualQuantizer quantizer, Framing framing, long seed) {
    this.network = network;
    this.quantizer = quantizer;
    this.framing = framing;
    this.seed = seed;
  }

  /**
   * Adds tokens behind those that are there.
   *
   * @param tokens [L][D], or fewer depths for a coarser signal
   * @throws IllegalStateException after {@link #end}
   */
  public void add(Tokens tokens) {
    if (ended) {
      throw new IllegalStateException("the tokens have ended");
    }
    float[] more = quantizer.decode(tokens);
    int before = latents.length;
    latents = Arrays.copyOf(latents, before + more.length);
    System.arraycopy(more, 0, latents, before, more.length);
    frames += tokens.frames();
  }

  /** No more tokens will come: from now on, all frames can be had. */
  public void end() {
    ended = true;
  }

  /** Frames that can be had now: before the end, the last ones wait for what follows them. */
  public int remaining() {
    return Math.max(0, frames - at - (ended ? 0 : framing.context()));
  }

  /**
   * The next piece.
   *
   * @param count frames wanted, at least 1; the piece has no more than {@link #remaining}
   * @return [count * outputHop]
   * @throws NoSuchElementException if nothing remains
   */
  public float[] next(int count) {
    if (count < 1) {
      throw new IllegalArgumentException(count + " frames");
    }
    if (remaining() == 0) {
      throw new NoSuchElementException("of " + frames + " frames, " + at + " are decoded");
    }
    int from = Math.max(0, at - framing.context());
    int end = at + Math.min(remaining(), count);
    int to = Math.min(frames, end + framing.context());
    int width = latents.length / frames;
    int hop = framing.outputHop();
    float[] noise = SeededNoise.gaussian(seed, (long) from * hop, (to - from) * hop);
    Decoded decoded =
        network.decode(
            Arrays.copyOfRange(latents, from * width, to * width), noise, turn, at - from);
    if (end < frames && decoded.turns().length > 0) {
      turn = decoded.turns()[(end - from) * (decoded.turns().length / (to - from))];
    }
    float[] piece = Arrays.copyOfRange(decoded.samples(), (at - from) * hop, (end - from) * hop);
    at = end;
    return piece;
  }
}
