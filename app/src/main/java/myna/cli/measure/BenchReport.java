package myna.cli.measure;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import myna.cli.Json;
import myna.speech.measure.Benchmark;

/**
 * What {@code bench} reports.
 *
 * @param machine processor, cores, Java, system
 * @param pack name and version
 * @param device that networks ran on
 * @param startMillis time of what happens once, by name
 * @param peakMegabytes of resident memory; null where the system does not tell
 * @param limit of the machine, and how near the networks come
 * @param rows what was measured
 * @param others whole commands, this program's and others'
 */
record BenchReport(
    Map<String, String> machine,
    String pack,
    String device,
    Map<String, Double> startMillis,
    Double peakMegabytes,
    Limit limit,
    List<Row> rows,
    List<OtherPrograms.Row> others) {

  /**
   * Operations per second in 32 bits, in thousand millions.
   *
   * @param machine what it can do
   * @param network what the generator does, attention not counted; null where the pack does not say
   * @param share the ratio of the two, or null
   */
  record Limit(double machine, Double network, Double share) {}

  /**
   * One text with one choice of settings.
   *
   * @param words in the text
   * @param steps of the sampler
   * @param depths that were filled
   * @param threads per operator
   * @param audioSeconds length of what was spoken
   * @param realTimeFactor time over length
   * @param processorFactor processor time of all threads over length
   * @param firstAudioMillis until the first samples could be heard
   * @param networkEvaluations in all
   * @param frameEvaluations frames that were evaluated in all, a guided one twice
   * @param millisPerEvaluation mean
   * @param stageMillis time per stage
   * @param allocatedMegabytes by Java
   */
  record Row(
      int words,
      int steps,
      int depths,
      int threads,
      double audioSeconds,
      double realTimeFactor,
      double processorFactor,
      double firstAudioMillis,
      int networkEvaluations,
      long frameEvaluations,
      double millisPerEvaluation,
      Map<String, Double> stageMillis,
      double allocatedMegabytes) {

    static Row of(int words, int steps, int depths, int threads, Benchmark.Result result) {
      Map<String, Double> stages = new TreeMap<>();
      result.stageMillis().forEach((stage, millis) -> stages.put(stage, Json.rounded(millis)));
      return new Row(
          words,
          steps,
          depths,
          threads,
          Json.rounded(result.audioSeconds()),
          Json.rounded(result.realTimeFactor()),
          Json.rounded(result.processorSeconds() / result.audioSeconds()),
          Json.rounded(1e3 * result.firstAudioSeconds()),
          result.evaluations(),
          result.frameEvaluations(),
          Json.rounded(result.networkMillisPerEvaluation()),
          stages,
          Json.rounded(result.allocatedBytes() / 1e6));
    }

    /** Time in the generator. */
    double networkSeconds() {
      return stageMillis.get("network") / 1e3;
    }

    private String line() {
      return String.format(
          Locale.ROOT,
          "%5d %5d %6d %7d | %7.2f %6.3f %6.3f %8.0f | %4d %7.1f | %5.1f %6.1f %6.1f %6.1f %7.1f |"
              + " %7.2f",
          words,
          steps,
          depths,
          threads,
          audioSeconds,
          realTimeFactor,
          processorFactor,
          firstAudioMillis,
          networkEvaluations,
          millisPerEvaluation,
          stageMillis.get("text"),
          stageMillis.get("durations"),
          stageMillis.get("draw"),
          stageMillis.get("reveal"),
          stageMillis.get("decode"),
          allocatedMegabytes);
    }
  }

  /** The report as a table for people. */
  List<String> table() {
    List<String> lines = new ArrayList<>();
    machine.forEach((name, value) -> lines.add(name + ": " + value));
    lines.add("pack: " + pack + " on " + device);
    startMillis.forEach((name, millis) -> lines.add("%s: %.0f ms".formatted(name, millis)));
    if (peakMegabytes != null) {
      lines.add("peak resident memory: %.0f MB".formatted(peakMegabytes));
    }
    lines.add(
        "%5s %5s %6s %7s | %7s %6s %6s %8s | %4s %7s | %5s %6s %6s %6s %7s | %7s"
            .formatted(
                "words",
                "steps",
                "depths",
                "threads",
                "audio s",
                "RTF",
                "CPU",
                "first ms",
                "eval",
                "ms each",
                "text",
                "durat.",
                "draw",
                "reveal",
                "decode",
                "Java MB"));
    rows.forEach(row -> lines.add(row.line()));
    lines.add("limit of the machine: %.0f Gflop/s in 32 bits".formatted(limit.machine()));
    if (limit.share() != null) {
      lines.add(
          "reached by the network: %.0f Gflop/s, %.0f %%"
              .formatted(limit.network(), 100 * limit.share()));
    }
    for (OtherPrograms.Row row : others) {
      lines.add(
          String.format(
              Locale.ROOT,
              "whole command, %2d words: %-12s %8.0f ms, RTF %.4f",
              row.words(),
              row.program(),
              row.millis(),
              row.realTimeFactor()));
    }
    return lines;
  }
}
