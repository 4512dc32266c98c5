package myna.cli.measure;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;
import myna.cli.Json;
import myna.speech.measure.Soak;

/**
 * What {@code bench --soak} reports.
 *
 * @param rows in order
 * @param heapKilobytesPerThousand growth of the heap over 1,000 sentences, by least squares over
 *     the second half, when caches are full and code is compiled
 * @param residentKilobytesPerThousand likewise of resident memory; null where it is not known
 * @param filesPerThousand likewise of open files; null where it is not known
 */
record SoakReport(
    List<Row> rows,
    double heapKilobytesPerThousand,
    Double residentKilobytesPerThousand,
    Double filesPerThousand) {

  /**
   * What was seen after some sentences.
   *
   * @param sentences spoken
   * @param heapMegabytes after a collection
   * @param directMegabytes in buffers outside the heap
   * @param residentMegabytes of the process, or null
   * @param files open, or null
   */
  record Row(
      int sentences,
      double heapMegabytes,
      double directMegabytes,
      Double residentMegabytes,
      Double files) {
    static Row now(int sentences, Soak.Memory memory) {
      return new Row(
          sentences,
          Json.rounded(memory.heapBytes() / 1e6),
          Json.rounded(memory.directBytes() / 1e6),
          Machine.residentMegabytes(),
          Machine.openFiles());
    }

    private String line() {
      return String.format(
          Locale.ROOT,
          "%9d | %9.3f %9.3f %11.1f %6.0f",
          sentences,
          heapMegabytes,
          directMegabytes,
          residentMegabytes == null ? Double.NaN : residentMegabytes,
          files == null ? Double.NaN : files);
    }
  }

  static SoakReport of(List<Row> rows) {
    List<Row> settled = rows.subList(rows.size() / 2, rows.size());
    return new SoakReport(
        List.copyOf(rows),
        slope(settled, Row::heapMegabytes) * 1e6,
        rows.getFirst().residentMegabytes() == null
            ? null
            : slope(settled, Row::residentMegabytes) * 1e6,
        rows.getFirst().files() == null ? null : slope(settled, Row::files) * 1e3);
  }

  /** Growth per sentence, by least squares; 0 for a single row. */
  private static double slope(List<Row> rows, ToDoubleFunction<Row> value) {
    double x = rows.stream().mapToDouble(Row::sentences).average().orElse(0);
    double y = rows.stream().mapToDouble(value).average().orElse(0);
    double products = 0;
    double squares = 0;
    for (Row row : rows) {
      products += (row.sentences() - x) * (value.applyAsDouble(row) - y);
      squares += (row.sentences() - x) * (row.sentences() - x);
    }
    return squares == 0 ? 0 : products / squares;
  }

  /** The report as a table for people. */
  List<String> table() {
    List<String> lines = new ArrayList<>();
    lines.add("sentences |   heap MB direct MB resident MB  files");
    rows.forEach(row -> lines.add(row.line()));
    lines.add(
        String.format(
            Locale.ROOT,
            "growth over 1,000 sentences, second half: heap %.1f kB, resident %.0f kB, files %.2f",
            heapKilobytesPerThousand,
            residentKilobytesPerThousand == null ? Double.NaN : residentKilobytesPerThousand,
            filesPerThousand == null ? Double.NaN : filesPerThousand));
    return lines;
  }
}
