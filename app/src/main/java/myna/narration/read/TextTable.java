package myna.narration.read;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Tables of plain texts, drawn with bars or set in columns: each row becomes a paragraph, its cells
 * apart by commas.
 */
final class TextTable {
  private static final Pattern RULE = Pattern.compile("\\s*[-+|=:_\\s]{5,}");
  private static final Pattern BARS = Pattern.compile("\\s*\\|.*\\|\\s*");
  private static final Pattern COLUMNS = Pattern.compile("\\s*\\S+.*\\S(\\s{3,}|\\t)\\S.*");
  private static final Pattern GAP = Pattern.compile("\\s{2,}|\\t");
  private static final int FEWEST_ROWS = 3;

  private TextTable() {}

  /** The lines of a text, those of its tables as a reader would say them. */
  static List<String> spoken(List<String> lines) {
    List<String> spoken = new ArrayList<>();
    for (int from = 0; from < lines.size(); ) {
      int to = end(lines, from);
      if (to - from >= FEWEST_ROWS) {
        rows(lines.subList(from, to)).forEach(row -> spoken.addAll(List.of("", row, "")));
      } else {
        to = Math.max(to, from + 1);
        spoken.addAll(lines.subList(from, to));
      }
      from = to;
    }
    return spoken;
  }

  /** Where the table ends that may begin at a line: its rows have a column in common. */
  private static int end(List<String> lines, int from) {
    int to = from;
    Optional<Set<Integer>> common = Optional.empty();
    while (to < lines.size() && isRow(lines.get(to))) {
      if (!RULE.matcher(lines.get(to)).matches()) {
        Set<Integer> columns = columns(lines.get(to));
        common.ifPresent(columns::retainAll);
        if (columns.isEmpty()) {
          break;
        }
        common = Optional.of(columns);
      }
      to++;
    }
    return common.isPresent() ? to : from;
  }

  private static boolean isRow(String line) {
    return !line.isBlank()
        && (RULE.matcher(line).matches()
            || BARS.matcher(line).matches()
            || COLUMNS.matcher(line).matches());
  }

  /** Where cells begin; bars and tabs need not stand below each other. */
  private static Set<Integer> columns(String line) {
    Set<Integer> starts = new HashSet<>();
    if (BARS.matcher(line).matches() || line.strip().indexOf('\t') >= 0) {
      starts.add(-1);
    }
    GAP.matcher(line).results().filter(gap -> gap.start() > 0).forEach(g -> starts.add(g.end()));
    return starts;
  }

  private static List<String> rows(List<String> lines) {
    return lines.stream()
        .filter(line -> !RULE.matcher(line).matches())
        .map(TextTable::row)
        .filter(row -> !row.isEmpty())
        .toList();
  }

  private static String row(String line) {
    Stream<String> cells =
        BARS.matcher(line).matches()
            ? Stream.of(line.split("\\|", -1))
            : GAP.splitAsStream(line.strip());
    return cells.map(Tidy::line).filter(cell -> !cell.isEmpty()).collect(Collectors.joining(", "));
  }
}
