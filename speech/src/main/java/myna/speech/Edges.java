package myna.speech;

import java.util.Arrays;

/** Trims the silence at the ends of a chunk, and fades what is left of it, piece by piece. */
final class Edges {
  /** Silence at the start that stays: an onset may come a little early. */
  private static final double LEAD_SECONDS = 0.064;

  /** Silence at the end that stays: sounds fade out. */
  private static final double TAIL_SECONDS = 0.128;

  private static final double FADE_IN_SECONDS = 0.004;
  private static final double FADE_OUT_SECONDS = 0.02;

  private final ModelFormat.Signal signal;
  private final int from; // samples
  private final int to;
  private int at;

  /**
   * The edges of a chunk.
   *
   * @param frames [N] of each slot, of which the first and the last are silence
   */
  Edges(ModelFormat format, int[] frames) {
    signal = format.signal();
    int last = frames[frames.length - 1];
    int lead = signal.frames(LEAD_SECONDS);
    int tail = signal.frames(TAIL_SECONDS);
    from = (frames[0] - Math.min(frames[0], lead)) * signal.outputHop();
    to = (Arrays.stream(frames).sum() - (last - Math.min(last, tail))) * signal.outputHop();
  }

  /** Frames of silence that stay at both ends together. */
  static int frames(ModelFormat format) {
    int edge = format.timing().edgeFrames();
    int lead = format.signal().frames(LEAD_SECONDS);
    int tail = format.signal().frames(TAIL_SECONDS);
    return Math.min(edge, lead) + Math.min(edge, tail);
  }

  /** Samples that are missing at the start. */
  int lead() {
    return from;
  }

  /**
   * What stays of the next samples.
   *
   * @param samples decoded, as they follow those before
   * @param pause frame of the chunk that lies in a pause
   */
  Piece trim(float[] samples, int pause) {
    int start = Math.clamp(from - at, 0, samples.length);
    int end = Math.clamp(to - at, start, samples.length);
    int first = at + start;
    float[] kept = Arrays.copyOfRange(samples, start, end);
    fade(kept, first);
    at += samples.length;
    return new Piece(kept, Math.clamp(pause * signal.outputHop() - first, 0, kept.length));
  }

  private void fade(float[] samples, int first) {
    int length = to - from;
    int in = Math.min(length, (int) (FADE_IN_SECONDS * signal.outputRate()));
    int out = Math.min(length, (int) (FADE_OUT_SECONDS * signal.outputRate()));
    for (int t = 0; t < samples.length; t++) {
      int fromStart = first + t - from;
      int fromEnd = to - 1 - (first + t);
      if (fromStart < in) {
        samples[t] *= (float) fromStart / in;
      }
      if (fromEnd < out) {
        samples[t] *= (float) fromEnd / out;
      }
    }
  }
}
