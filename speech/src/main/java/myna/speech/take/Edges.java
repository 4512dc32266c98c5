package myna.speech.take;

import java.util.Arrays;
import myna.speech.ModelFormat;
import myna.speech.Spacing;
import myna.speech.model.Rhythm;

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
    from = (frames[0] - leadFrames(format, frames)) * signal.outputHop();
    to = (Arrays.stream(frames).sum() - (last - tailFrames(format, frames))) * signal.outputHop();
  }

  /** Frames of silence that stay at the start. */
  static int leadFrames(ModelFormat format, int[] frames) {
    return Math.min(frames[0], format.signal().frames(LEAD_SECONDS));
  }

  /** Frames of silence that stay at the end. */
  static int tailFrames(ModelFormat format, int[] frames) {
    return Math.min(frames[frames.length - 1], format.signal().frames(TAIL_SECONDS));
  }

  /** Samples that stay. */
  int length() {
    return to - from;
  }

  /** How pauses go with chunks: they carry some silence themselves. */
  static Spacing spacing(ModelFormat format, Rhythm rhythm, double speed) {
    double carried = frames(format) * format.signal().frameSeconds();
    return new Spacing(carried, 1 / speed, rhythm.pauseFactor());
  }

  /** Frames of silence that stay at both ends together. */
  private static int frames(ModelFormat format) {
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
    int in = Math.min(length(), (int) (FADE_IN_SECONDS * signal.outputRate()));
    int out = Math.min(length(), (int) (FADE_OUT_SECONDS * signal.outputRate()));
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
