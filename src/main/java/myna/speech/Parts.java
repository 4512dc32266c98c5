package myna.speech;

import java.util.ArrayList;
import java.util.List;

/**
 * Parts a chunk for sampling at the pauses in it, so that the first phrase can be heard while the
 * next is made. Text features and durations are those of the whole chunk: only the tokens of one
 * part do not see those of another, as if the speaker breathed there.
 */
final class Parts {
  /** Frames of the first part: enough to decode some of it, and to hear while the next is made. */
  static final int FEWEST_FIRST = 44;

  /** Frames of any other part. */
  static final int FEWEST = 24;

  /** A part is at most this much longer than all before it, where there is a pause for that. */
  static final int GROWTH = 4;

  /** Frames of a pause that a cut may halve. */
  static final int SHORTEST_PAUSE = 4;

  private Parts() {}

  /**
   * Where parts end.
   *
   * @param slots [N] of the chunk's script
   * @param frames [N] of each slot
   * @return ends in frames, rising; the last is the sum of all frames
   */
  static List<Integer> ends(List<Script.Slot> slots, int[] frames) {
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
  private static List<Integer> pauses(List<Script.Slot> slots, int[] frames) {
    List<Integer> middles = new ArrayList<>();
    int at = 0;
    for (int i = 0; i < frames.length; i++) {
      if (slots.get(i) instanceof Script.Slot.Gap && frames[i] >= SHORTEST_PAUSE) {
        middles.add(at + frames[i] / 2);
      }
      at += frames[i];
    }
    return middles;
  }

  /** The first part ends at the first pause that may be; others as late as their growth allows. */
  private static int next(List<Integer> pauses, int from, int total) {
    boolean first = from == 0;
    int most = first ? 0 : from + GROWTH * from;
    int best = total;
    for (int pause : pauses) {
      boolean possible = pause - from >= (first ? FEWEST_FIRST : FEWEST) && total - pause >= FEWEST;
      if (possible && (best == total || pause <= most)) {
        best = pause;
      }
    }
    return total <= most ? total : best;
  }
}
