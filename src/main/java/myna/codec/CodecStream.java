package myna.codec;

import java.util.Arrays;
import java.util.NoSuchElementException;

/**
 * The signal of tokens, piece by piece, as it would be in one piece: every piece is decoded with
 * {@link #CONTEXT} frames on both sides that are thrown away, meets the noise of its place, and
 * takes up the pitch periods where the piece before left them. Not safe for use by several threads.
 */
public final class CodecStream {
  /** Frames on either side that a decoder may look at. */
  public static final int CONTEXT = 16;

  private final CodecNetwork network;
  private final float[] latents; // [L][d]
  private final int frames;
  private final int hop;
  private final long seed;
  private int at;
  private float turn;

  CodecStream(CodecNetwork network, float[] latents, int frames, int hop, long seed) {
    this.network = network;
    this.latents = latents;
    this.frames = frames;
    this.hop = hop;
    this.seed = seed;
  }

  /** Frames that are still to come. */
  public int remaining() {
    return frames - at;
  }

  /**
   * The next piece.
   *
   * @param count frames wanted, at least 1; the last piece may have fewer
   * @return [count * hop]
   * @throws NoSuchElementException if nothing remains
   */
  public float[] next(int count) {
    if (count < 1) {
      throw new IllegalArgumentException(count + " frames");
    }
    if (at == frames) {
      throw new NoSuchElementException("all " + frames + " frames are decoded");
    }
    int from = Math.max(0, at - CONTEXT);
    int end = Math.min(frames, at + count);
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
