package myna.speech.take;

import java.util.ArrayList;
import java.util.List;
import myna.speech.ModelFormat;

/**
 * Parts a chunk for sampling at the pauses in it, so that the first phrase can be heard while the
 * next is made. Text features and durations are those of the whole chunk: only the tokens of one
 * part do not see those of another, as if the speaker breathed there.
 */
public final class Parts {
  /** Of the first part: enough to decode some of it, and to hear while the next is made. */
  private static final double SHORTEST_FIRST_SECONDS = 1.408;

  /** Of any other part. */
  private static final double SHORTEST_SECONDS = 0.768;

  /** A part is at most this much longer than all before it, where there is a pause for that. */
  static final int GROWTH = 4;

  /** Of a pause that a cut may halve. */
  private static final double SHORTEST_PAUSE_SECONDS = 0.128;

  private final int shortestFirst; // frames
  private final int shortest;
  private final int shortestPause;

  Parts(ModelFormat.Signal signal) {
    shortestFirst = signal.frames(SHORTEST_FIRST_SECONDS);
    shortest = signal.frames(SHORTEST_SECONDS);
    shortestPause = signal.frames(SHORTEST_PAUSE_SECONDS);
  }

  /** Frames of a pause that a cut may halve. */
  int shortestPause() {
    return shortestPause;
  }

  /**
   * Where parts end.
   *
   * @param slots [N] of the chunk
   * @param frames [N] of each slot
   * @return ends in frames, rising; the last is the sum of all frames
   */
  List<Integer> ends(List<PhonemeSequence.Slot> slots, int[] frames) {
    List<Integer> pauses = pauses(slots, frames);
    int total = 0;
    for (int count : frames) {
      total += count;
    }
    List<Integer> ends = new ArrayList<>();
    int end = 0;
    while (true) {
      end = next(pauses, end, total);
      ends.add(end);
      if (end == total) {
        return ends;
      }
    }
  }

  /** The middles of all pauses that are long enough. */
  private List<Integer> pauses(List<PhonemeSequence.Slot> slots, int[] frames) {
    List<Integer> middles = new ArrayList<>();
    int at = 0;
    for (int i = 0; i < frames.length; i++) {
      if (slots.get(i) instanceof PhonemeSequence.Slot.Gap && frames[i] >= shortestPause) {
        middles.add(at + frames[i] / 2);
      }
      at += frames[i];
    }
    return middles;
  }

  /** The first part ends at the first pause that may be; others as late as their growth allows. */
  private int next(List<Integer> pauses, int from, int total) {
    boolean first = from == 0;
    int most = first ? 0 : from + GROWTH * from;
    int best = total;
    for (int pause : pauses) {
      boolean possible =
          pause - from >= (first ? shortestFirst : shortest) && total - pause >= shortest;
      if (possible && (best == total || pause <= most)) {
        best = pause;
      }
    }
    return total <= most ? total : best;
  }
}
