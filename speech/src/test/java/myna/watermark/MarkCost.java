package myna.watermark;

import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.Collections;
import java.util.DoubleSummaryStatistics;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import myna.audio.Audio;
import myna.speech.measure.OpinionMeter;
import myna.speech.measure.OpinionMeter.Opinion;

/** What the mark costs: how far it lies below the sound, how it is rated, how long it takes. */
final class MarkCost {
  private static final int SHORTEST = 3 * Recordings.RATE;

  private final OpinionMeter meter;
  private final List<Double> levels = new ArrayList<>();
  private final List<Opinion> before = new ArrayList<>();
  private final List<Opinion> after = new ArrayList<>();
  private double seconds;
  private double embedding;
  private double detecting;

  private MarkCost(OpinionMeter meter) {
    this.meter = meter;
  }

  /** So many recordings of at least three seconds, chosen by a seed. */
  static List<Audio> chosen(Recordings recordings, int count) {
    List<Recordings.Clip> clips =
        new ArrayList<>(recordings.clips().stream().filter(c -> c.length() >= SHORTEST).toList());
    Collections.shuffle(clips, new Random(8));
    return clips.subList(0, Math.min(count, clips.size())).stream()
        .map(clip -> recordings.audio(clip.offset(), clip.length()))
        .toList();
  }

  /** Marks each sound, and prints. */
  static void measure(List<Audio> sounds, OpinionMeter meter) {
    MarkCost cost = new MarkCost(meter);
    sounds.forEach(cost::add);
    cost.report();
  }

  private void add(Audio audio) {
    double start = processorSeconds();
    Audio marked = Watermarker.mark(audio);
    double between = processorSeconds();
    Detection found = WatermarkDetector.detect(marked);
    detecting += found.score() > 0 ? processorSeconds() - between : 0;
    embedding += between - start;
    seconds += (double) audio.length() / audio.sampleRate();
    levels.add(level(audio, marked));
    before.add(meter.rate(audio));
    after.add(meter.rate(marked));
  }

  /** Of what the mark changes, below the sound, in dB. */
  private static double level(Audio audio, Audio marked) {
    double sound = 0;
    double mark = 0;
    for (int t = 0; t < audio.length(); t++) {
      double was = audio.samples()[t];
      double change = marked.samples()[t] - was;
      sound += was * was;
      mark += change * change;
    }
    return 10 * Math.log10(mark / sound);
  }

  private void report() {
    DoubleSummaryStatistics level = levels.stream().mapToDouble(v -> v).summaryStatistics();
    System.out.printf(
        Locale.ROOT,
        "%d sounds, %.0f s; the mark lies at %.1f dB (%.1f to %.1f) of the sound%n",
        levels.size(),
        seconds,
        level.getAverage(),
        level.getMin(),
        level.getMax());
    rated("OVRL", Opinion::overall);
    rated("SIG", Opinion::signal);
    rated("BAK", Opinion::background);
    System.out.printf(
        Locale.ROOT,
        "processor time for a second of sound: %.2f ms to mark, %.2f ms to look for the mark%n",
        1000 * embedding / seconds,
        1000 * detecting / seconds);
  }

  private interface Scale {
    double of(Opinion opinion);
  }

  /** The difference of pairs with its 95 % interval, by the normal approximation. */
  private void rated(String name, Scale scale) {
    int count = before.size();
    double[] differences = new double[count];
    double unmarked = 0;
    double mean = 0;
    for (int i = 0; i < count; i++) {
      differences[i] = scale.of(after.get(i)) - scale.of(before.get(i));
      unmarked += scale.of(before.get(i)) / count;
      mean += differences[i] / count;
    }
    double variance = 0;
    double worst = 0;
    for (double difference : differences) {
      variance += (difference - mean) * (difference - mean) / (count - 1);
      worst = Math.min(worst, difference);
    }
    System.out.printf(
        Locale.ROOT,
        "%-4s %.3f without, %.3f with the mark: %+.3f +- %.3f, of one sound at worst %+.3f%n",
        name,
        unmarked,
        unmarked + mean,
        mean,
        1.96 * Math.sqrt(variance / count),
        worst);
  }

  /** Of this thread alone, so that a busy machine does not stretch it. */
  private static double processorSeconds() {
    return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() / 1e9;
  }
}
