package myna.narration.read;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalDouble;

/** Puts the lines of a page in the order in which they are read: column by column. */
final class PdfColumns {
  private static final int FEWEST_LINES = 4;
  private static final int LONGEST_TITLE = 4; // lines
  private static final double MOST_CROSSING = 0.25;
  private static final Comparator<PdfLine> DOWNWARDS =
      Comparator.<PdfLine>comparingDouble(line -> line.box().y())
          .thenComparingDouble(line -> line.box().left());

  private PdfColumns() {}

  static List<PdfLine> inReadingOrder(List<PdfLine> page) {
    List<PdfLine> sorted = new ArrayList<>(page);
    sorted.sort(DOWNWARDS);
    OptionalDouble gutter = gutter(sorted);
    return gutter.isEmpty() ? joinLevel(sorted) : byColumns(sorted, gutter.getAsDouble());
  }

  /** Between lines across both columns, first the left column and then the right one. */
  private static List<PdfLine> byColumns(List<PdfLine> sorted, double gutter) {
    List<PdfLine> ordered = new ArrayList<>();
    List<PdfLine> left = new ArrayList<>();
    List<PdfLine> right = new ArrayList<>();
    double top = topOfColumns(sorted, gutter);
    for (PdfLine line : sorted) {
      if (crosses(line, gutter) || line.box().y() < top) {
        ordered.addAll(joinLevel(left));
        ordered.addAll(joinLevel(right));
        left.clear();
        right.clear();
        ordered.add(line);
      } else {
        boolean first = line.box().right() <= gutter;
        (first ? left : right).add(line.inColumn(first ? 1 : 2));
      }
    }
    ordered.addAll(joinLevel(left));
    ordered.addAll(joinLevel(right));
    return ordered;
  }

  /** Where text first stands on both sides; what is above that is a title, if it is short. */
  private static double topOfColumns(List<PdfLine> sorted, double gutter) {
    for (int i = 0; i <= LONGEST_TITLE && i + 1 < sorted.size(); i++) {
      PdfLine line = sorted.get(i);
      PdfLine next = sorted.get(i + 1);
      boolean bothSides = line.box().right() <= gutter && next.box().left() >= gutter;
      if (line.isLevelWith(next) && bothSides) {
        return line.box().y();
      }
    }
    return 0;
  }

  /** The middle of an empty strip between two columns, if there are two. */
  private static OptionalDouble gutter(List<PdfLine> lines) {
    if (lines.size() < 2 * FEWEST_LINES) {
      return OptionalDouble.empty();
    }
    double left = lines.stream().mapToDouble(line -> line.box().left()).min().orElse(0);
    double right = lines.stream().mapToDouble(line -> line.box().right()).max().orElse(0);
    double best = 0;
    long fewest = Long.MAX_VALUE;
    for (double share = 0.35; share <= 0.65; share += 0.01) {
      double at = left + share * (right - left);
      long crossing = lines.stream().filter(line -> crosses(line, at)).count();
      boolean closer = Math.abs(share - 0.5) < Math.abs((best - left) / (right - left) - 0.5);
      if (crossing < fewest || (crossing == fewest && closer)) {
        fewest = crossing;
        best = at;
      }
    }
    return isGutter(lines, best, fewest) ? OptionalDouble.of(best) : OptionalDouble.empty();
  }

  /** Lines on both sides that stand beside each other, and few across. */
  private static boolean isGutter(List<PdfLine> lines, double at, long crossing) {
    List<PdfLine> left = lines.stream().filter(line -> line.box().right() <= at).toList();
    List<PdfLine> right = lines.stream().filter(line -> line.box().left() >= at).toList();
    if (left.size() < FEWEST_LINES || right.size() < FEWEST_LINES) {
      return false;
    }
    double overlap = Math.min(bottom(left), bottom(right)) - Math.max(top(left), top(right));
    double height = Math.min(bottom(left) - top(left), bottom(right) - top(right));
    return crossing <= MOST_CROSSING * lines.size() && overlap > 0.5 * height;
  }

  private static double top(List<PdfLine> lines) {
    return lines.stream().mapToDouble(line -> line.box().y()).min().orElse(0);
  }

  private static double bottom(List<PdfLine> lines) {
    return lines.stream().mapToDouble(line -> line.box().y()).max().orElse(0);
  }

  private static boolean crosses(PdfLine line, double x) {
    return line.box().left() < x && line.box().right() > x;
  }

  private static List<PdfLine> joinLevel(List<PdfLine> sorted) {
    List<PdfLine> joined = new ArrayList<>();
    for (PdfLine line : sorted) {
      boolean level = !joined.isEmpty() && joined.getLast().isLevelWith(line);
      if (level && joined.getLast().box().left() <= line.box().left()) {
        joined.add(joined.removeLast().with(line));
      } else {
        joined.add(line);
      }
    }
    return joined;
  }
}
