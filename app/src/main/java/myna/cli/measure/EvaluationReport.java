package myna.cli.measure;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.Function;
import myna.cli.Json;
import myna.speech.measure.Evaluator.Outcome;
import myna.speech.measure.Measures;
import myna.speech.measure.PhonemeErrors;
import myna.speech.measure.PlantedErrors;

/**
 * What {@code evaluate} reports.
 *
 * @param pack name and version
 * @param device that networks ran on
 * @param steps of the sampler
 * @param voices among which that of every clip is looked for
 * @param total over all cases
 * @param cases in the order of the list
 */
record EvaluationReport(
    String pack, String device, int steps, int voices, Row total, List<Row> cases) {
  private static final String CELLS = "%6s %6s %6s %5s %5s %5s";
  private static final String HEADINGS =
      CELLS.formatted("PER %", "WER %", "heard", "OVRL", "SIM", "own");

  /**
   * A case, or all of them.
   *
   * @param text that was spoken, or what the row is
   * @param realTimeFactor time over length
   * @param lengthRatio length over the recording's, or null
   * @param output measured
   * @param recording measured, or null
   */
  record Row(
      String text, double realTimeFactor, Double lengthRatio, Column output, Column recording) {}

  /**
   * What was measured of clips.
   *
   * @param seconds their length
   * @param phonemeErrorRate by the model's ear
   * @param wordErrorRate words of which more than a third of the phonemes are wrong
   * @param wordsHeard share of the words that the self-check hears
   * @param signal mean opinion score, or null
   * @param background likewise
   * @param overall likewise
   * @param similarity to the reference's voice, or null
   * @param nearest share of the clips to which no other known voice is nearer, or null
   */
  record Column(
      double seconds,
      double phonemeErrorRate,
      double wordErrorRate,
      double wordsHeard,
      Double signal,
      Double background,
      Double overall,
      Double similarity,
      Double nearest) {}

  static Row row(String text, Outcome outcome) {
    return row(text, List.of(outcome));
  }

  /** All outcomes in one row: rates over all phonemes, words and seconds, means of opinions. */
  static Row row(String text, List<Outcome> outcomes) {
    double seconds = outcomes.stream().mapToDouble(o -> o.audio().seconds()).sum();
    double nanos = outcomes.stream().mapToDouble(Outcome::nanos).sum();
    List<Measures> recordings =
        outcomes.stream().map(Outcome::recording).filter(Objects::nonNull).toList();
    Column recording = recordings.isEmpty() ? null : column(recordings);
    return new Row(
        text,
        Json.rounded(nanos / 1e9 / seconds),
        recordings.size() == outcomes.size()
            ? Json.rounded(seconds / Objects.requireNonNull(recording).seconds())
            : null,
        column(outcomes.stream().map(Outcome::output).toList()),
        recording);
  }

  private static Column column(List<Measures> measures) {
    PhonemeErrors errors =
        measures.stream().map(Measures::errors).reduce(PhonemeErrors.NONE, PhonemeErrors::plus);
    return new Column(
        Json.rounded(measures.stream().mapToDouble(Measures::seconds).sum()),
        Json.rounded(errors.phonemeRate()),
        Json.rounded(errors.wordRate()),
        Json.rounded(
            measures.stream().mapToDouble(Measures::heard).sum()
                / Math.max(1, measures.stream().mapToDouble(Measures::words).sum())),
        mean(measures, m -> m.opinion() == null ? null : m.opinion().signal()),
        mean(measures, m -> m.opinion() == null ? null : m.opinion().background()),
        mean(measures, m -> m.opinion() == null ? null : m.opinion().overall()),
        mean(measures, m -> m.likeness() == null ? null : m.likeness().similarity()),
        mean(measures, m -> m.likeness() == null ? null : m.likeness().nearest() ? 1.0 : 0.0));
  }

  private static Double mean(List<Measures> measures, Function<Measures, Double> of) {
    List<Double> values = measures.stream().map(of).filter(Objects::nonNull).toList();
    return values.isEmpty()
        ? null
        : Json.rounded(values.stream().mapToDouble(Double::doubleValue).average().orElseThrow());
  }

  /** The report as a table for people. */
  List<String> table() {
    List<String> lines = new ArrayList<>();
    lines.add("%6s %6s | %s | %s | %s".formatted("RTF", "length", HEADINGS, HEADINGS, "text"));
    cases.forEach(row -> lines.add(line(row)));
    lines.add(line(total));
    return lines;
  }

  /** What was heard of planted errors, as a table for people. */
  static List<String> planted(List<PlantedErrors.Row> rows) {
    List<String> lines = new ArrayList<>();
    lines.add(
        "%8s | %8s %8s %8s | %9s %12s"
            .formatted("below", "cut", "doubled", "swapped", "precision", "false alarms"));
    for (PlantedErrors.Row row : rows) {
      lines.add(
          String.format(
              Locale.ROOT,
              "%8.1f | %6.1f %% %6.1f %% %6.1f %% | %7.1f %% %10.2f %%",
              row.doubtful(),
              100 * row.recall().get(PlantedErrors.Kind.CUT),
              100 * row.recall().get(PlantedErrors.Kind.DOUBLED),
              100 * row.recall().get(PlantedErrors.Kind.SWAPPED),
              100 * row.precision(),
              100 * row.falseAlarms()));
    }
    return lines;
  }

  private static String line(Row row) {
    return String.format(
        Locale.ROOT,
        "%6.3f %6s | %s | %s | %s",
        row.realTimeFactor(),
        number("%.2f", row.lengthRatio()),
        cells(row.output()),
        cells(row.recording()),
        row.text());
  }

  private static String cells(Column column) {
    return column == null
        ? CELLS.formatted("-", "-", "-", "-", "-", "-")
        : CELLS.formatted(
            number("%.1f", 100 * column.phonemeErrorRate()),
            number("%.1f", 100 * column.wordErrorRate()),
            number("%.1f", 100 * column.wordsHeard()),
            number("%.2f", column.overall()),
            number("%.2f", column.similarity()),
            number("%.2f", column.nearest()));
  }

  private static String number(String format, Double value) {
    return value == null ? "-" : String.format(Locale.ROOT, format, value);
  }
}
