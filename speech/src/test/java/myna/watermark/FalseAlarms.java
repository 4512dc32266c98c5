package myna.watermark;

import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.IntStream;

/** Counts how often the mark is seen in recordings, where there is none. */
final class FalseAlarms {
  private final Recordings recordings;
  private int windows;
  private int alarms;
  private double highest;
  private double lowestChance = 1;
  private final int[] above = new int[3];

  private FalseAlarms(Recordings recordings) {
    this.recordings = recordings;
  }

  /** Every recording as it is. */
  static void ofRecordings(Recordings recordings) {
    FalseAlarms count = new FalseAlarms(recordings);
    recordings.clips().forEach(clip -> count.look(clip.offset(), clip.length()));
    count.report("recordings");
  }

  /** All windows of a length that lie end to end in recordings. */
  static void ofAllWindows(Recordings recordings, double seconds) {
    FalseAlarms count = new FalseAlarms(recordings);
    int length = (int) (seconds * Recordings.RATE);
    for (Recordings.Clip clip : recordings.clips()) {
      for (int from = 0; from + length <= clip.length(); from += length) {
        count.look(clip.offset() + from, length);
      }
    }
    count.report(seconds + " s");
  }

  /** Windows that begin anywhere in all recordings, laid end to end. */
  static void ofRandomWindows(Recordings recordings, double seconds, int windows) {
    FalseAlarms count = new FalseAlarms(recordings);
    int length = (int) (seconds * Recordings.RATE);
    List<Recordings.Clip> clips = recordings.clips();
    long all = clips.stream().mapToLong(clip -> clip.offset() + clip.length()).max().orElse(0);
    Random random = new Random(8);
    IntStream.range(0, windows)
        .mapToLong(i -> random.nextLong(all - length))
        .sorted()
        .forEach(from -> count.look(from, length));
    count.report(seconds + " s");
  }

  private void look(long from, int length) {
    Detection detection = WatermarkDetector.detect(recordings.audio(from, length));
    windows++;
    alarms += detection.isMarked() ? 1 : 0;
    highest = Math.max(highest, detection.score());
    lowestChance = Math.min(lowestChance, detection.falseAlarm());
    for (int i = 0; i < above.length; i++) {
      above[i] += detection.score() > 4 + 0.5 * i ? 1 : 0;
    }
  }

  private void report(String name) {
    System.out.printf(
        Locale.ROOT,
        "%-10s %6d windows, %d alarms; highest score %.2f, lowest chance %.1e; above 4.0: %d, 4.5:"
            + " %d, 5.0: %d%n",
        name,
        windows,
        alarms,
        highest,
        lowestChance,
        above[0],
        above[1],
        above[2]);
  }
}
