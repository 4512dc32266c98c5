package myna.speech.measure;

import com.sun.management.OperatingSystemMXBean;
import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import myna.jobs.Cancellation;
import myna.speech.Passage;
import myna.speech.Recital;
import myna.speech.Speech;
import myna.speech.SpeechException;
import myna.speech.SpeechSettings;
import myna.speech.Stage;
import myna.speech.VoiceCast;

/** Measures how fast texts are spoken, warm, as the median of some runs. */
public final class Benchmark {
  /** Ten words each, so that texts of any length can be cut from them. */
  private static final List<String> SENTENCES =
      List.of(
          "The morning train was late again, so we walked home.",
          "Nobody in the village remembered when the bridge was built.",
          "She kept her letters in a box beneath the stairs.",
          "Bring warm clothes, because nights up there are very cold.");

  private static final int WORDS_PER_SENTENCE = 10;

  private final Recital recital;
  private final VoiceCast voice;
  private final int repeats;

  /**
   * A benchmark.
   *
   * @param repeats runs of which the median counts, at least 1; one more goes before to warm up
   */
  public Benchmark(Recital recital, VoiceCast voice, int repeats) {
    this.recital = recital;
    this.voice = voice;
    this.repeats = repeats;
  }

  /**
   * What was measured of one text and settings.
   *
   * @param audioSeconds length of what was spoken
   * @param synthesisSeconds it took
   * @param processorSeconds of all threads
   * @param firstAudioSeconds until the first samples could be heard
   * @param evaluations of the network
   * @param frameEvaluations frames that were evaluated in all, a guided one twice
   * @param stageMillis time per stage
   * @param allocatedBytes by Java on the thread that spoke
   */
  public record Result(
      double audioSeconds,
      double synthesisSeconds,
      double processorSeconds,
      double firstAudioSeconds,
      int evaluations,
      long frameEvaluations,
      Map<String, Double> stageMillis,
      long allocatedBytes) {
    /** Time it took over the length of what was spoken. */
    public double realTimeFactor() {
      return synthesisSeconds / audioSeconds;
    }

    /** Mean time of one evaluation. */
    public double networkMillisPerEvaluation() {
      return stageMillis.getOrDefault("network", 0.0) / evaluations;
    }
  }

  /** A text of this many words: one, or sentences of ten and a rest. */
  public static String text(int words) {
    if (words == 1) {
      return "Hello.";
    }
    StringBuilder text = new StringBuilder();
    for (int left = words, i = 0; left > 0; left -= WORDS_PER_SENTENCE, i++) {
      String sentence = SENTENCES.get(i % SENTENCES.size());
      String[] all = sentence.split(" ", -1);
      text.append(String.join(" ", List.of(all).subList(0, Math.min(left, all.length))));
      text.append(' ');
    }
    return text.toString().strip();
  }

  /**
   * Speaks a text some times.
   *
   * @return the run of median time
   */
  public Result measure(String text, SpeechSettings settings) throws SpeechException {
    Passage passage = new Passage(text, voice, settings);
    run(passage);
    List<Result> results = new ArrayList<>();
    for (int i = 0; i < repeats; i++) {
      results.add(run(passage));
    }
    results.sort(Comparator.comparingDouble(Result::synthesisSeconds));
    return results.get(results.size() / 2);
  }

  private Result run(Passage passage) throws SpeechException {
    long allocated = allocatedBytes();
    long processor = processorNanos();
    long start = System.nanoTime();
    Speech speech = recital.speak(passage, Cancellation.NEVER);
    long nanos = System.nanoTime() - start;
    processor = processorNanos() - processor;
    allocated = allocatedBytes() - allocated;
    Map<String, Double> stages = new TreeMap<>();
    for (Stage stage : Stage.values()) {
      stages.put(stage.key(), 1e3 * speech.cost().seconds(stage));
    }
    return new Result(
        speech.audio().seconds(),
        nanos / 1e9,
        processor / 1e9,
        speech.firstNanos() / 1e9,
        speech.cost().evaluations(),
        speech.cost().frameEvaluations(),
        stages,
        allocated);
  }

  private static long allocatedBytes() {
    return ManagementFactory.getThreadMXBean() instanceof ThreadMXBean threads
        ? threads.getCurrentThreadAllocatedBytes()
        : 0;
  }

  private static long processorNanos() {
    return ManagementFactory.getOperatingSystemMXBean() instanceof OperatingSystemMXBean system
        ? system.getProcessCpuTime()
        : 0;
  }
}
