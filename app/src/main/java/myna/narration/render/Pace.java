package myna.narration.render;

import java.util.HashSet;
import java.util.Set;

/** Foretells from what a render took so far how long the rest will take. */
final class Pace {
  private final Set<Long> open = new HashSet<>();
  private int lines;
  private long openPhonemes;
  private long spokenPhonemes;
  private double audioSeconds;
  private long workNanos;
  private long startNanos;

  /** Counts a line in. */
  void expect(long id, int phonemes, boolean finished) {
    lines++;
    if (!finished) {
      open.add(id);
      openPhonemes += phonemes;
    }
  }

  /** Forgets what there is to do, but not how long it takes. */
  void expectAnew() {
    open.clear();
    lines = 0;
    openPhonemes = 0;
  }

  /** Leaves out a line that is gone; {@link #expectAnew} puts the counts right. */
  void forget(long id) {
    open.remove(id);
  }

  /** How many lines are still to do. */
  int open() {
    return open.size();
  }

  /** Whether a line is still to do. */
  boolean isOpen(long id) {
    return open.contains(id);
  }

  void start() {
    startNanos = System.nanoTime();
  }

  /**
   * Counts a line out.
   *
   * @param seconds of sound that were made for it, 0 where another line's was the same
   */
  void finish(long id, int phonemes, double seconds) {
    open.remove(id);
    openPhonemes -= phonemes;
    if (seconds > 0) {
      workNanos += System.nanoTime() - startNanos;
      audioSeconds += seconds;
      spokenPhonemes += phonemes;
    }
  }

  RenderProgress progress(String chapter) {
    double workSeconds = workNanos / 1e9;
    double remaining = spokenPhonemes == 0 ? -1 : workSeconds / spokenPhonemes * openPhonemes;
    if (open.isEmpty()) {
      remaining = 0;
    }
    var counts = new RenderProgress.Lines(lines - open.size(), lines);
    return new RenderProgress(chapter, counts, audioSeconds, workSeconds, remaining);
  }
}
