package myna.codec;

import java.util.Arrays;
import java.util.NoSuchElementException;

/**
 * The signal of tokens, piece by piece, as it would be in one piece: every piece is decoded with
 * {@link #CONTEXT} frames on both sides that are thrown away, meets the noise of its place, and
 * takes up the pitch periods where the piece before left them. Tokens may be added while pieces are
 * taken. Not safe for use by several threads.
 */
public final class CodecStream {
  /** Frames on either side that a decoder may look at. */
  public static final int CONTEXT = 16;

  private final CodecNetwork network;
  private final ResidualQuantizer quantizer;
  private final int hop;
  private final long seed;
  private float[] latents = {}; // [L][d]
  private int frames;
  private boolean ended;
  private int at;
  private float turn;

  CodecStream(CodecNetwork network, ResidualQuantizer quantizer, int hop, long seed) {
    this.network = network;
    this.quantizer = quantizer;
    this.hop = hop;
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
    return Math.max(0, frames - at - (ended ? 0 : CONTEXT));
  }

  /**
   * The next piece.
   *
   * @param count frames wanted, at least 1; the piece has no more than {@link #remaining}
   * @return [count * hop]
   * @throws NoSuchElementException if nothing remains
   */
  public float[] next(int count) {
    if (count < 1) {
      throw new IllegalArgumentException(count + " frames");
    }
    if (remaining() == 0) {
      throw new NoSuchElementException("of " + frames + " frames, " + at + " are decoded");
    }
    int from = Math.max(0, at - CONTEXT);
    int end = at + Math.min(remaining(), count);
    int to = Math.min(frames, end + CONTEXT);
    int width = latents.length / frames;
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
