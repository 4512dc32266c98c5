package myna.narration.read;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** Makes pieces of the lines of a PDF: paragraphs, headings by size, no footnotes. */
final class PdfParagraphs {
  private static final double LARGER = 1.15;
  private static final double SMALLER = 0.92;
  private static final double WIDE_GAP = 1.7;
  private static final int LONGEST_HEADING = 150;
  private static final Pattern NOTE_START = Pattern.compile("(\\d{1,3}|[*†‡§¶])\\s*\\S.*");

  private final double bodySize;
  private final Hyphenation hyphenation;
  private final List<Piece> pieces = new ArrayList<>();
  private final List<Integer> pages = new ArrayList<>();
  private final List<PdfLine> current = new ArrayList<>();
  private final Map<Integer, double[]> edges = new HashMap<>();
  private double leading;

  /**
   * Pieces with the page that each starts on.
   *
   * @param pieces in reading order
   * @param pages index of the page of each piece
   */
  record Result(List<Piece> pieces, List<Integer> pages) {}

  private PdfParagraphs(double bodySize, List<PdfLine> lines) {
    this.bodySize = bodySize;
    this.hyphenation = new Hyphenation(lines.stream().map(PdfLine::text).toList());
  }

  /** The size that most letters have. */
  static double bodySize(List<PdfLine> lines) {
    Map<Double, Integer> letters = new HashMap<>();
    lines.forEach(line -> letters.merge(round(line.size()), line.text().length(), Integer::sum));
    return letters.entrySet().stream()
        .max(Map.Entry.comparingByValue())
        .map(Map.Entry::getKey)
        .orElse(1.0);
  }

  /**
   * @param starts indices of pages that no paragraph runs on to
   */
  static Result of(List<PdfLine> lines, double bodySize, Set<Integer> starts) {
    PdfParagraphs paragraphs = new PdfParagraphs(bodySize, lines);
    paragraphs.measure(lines);
    for (PdfLine line : withoutNotes(lines, bodySize)) {
      paragraphs.accept(line, starts);
    }
    paragraphs.flush();
    return new Result(paragraphs.pieces, paragraphs.pages);
  }

  private static double round(double size) {
    return Math.round(size * 2) / 2.0;
  }

  /** Notes stand in smaller letters at the foot of the page, from a number on. */
  private static List<PdfLine> withoutNotes(List<PdfLine> lines, double bodySize) {
    List<PdfLine> kept = new ArrayList<>();
    boolean inNotes = false;
    int page = -1;
    for (PdfLine line : lines) {
      boolean small = line.size() < SMALLER * bodySize;
      boolean low = line.box().y() > 0.5 * line.box().pageHeight();
      boolean goesOn = inNotes && line.page() == page;
      inNotes = small && (goesOn || (low && NOTE_START.matcher(line.text()).matches()));
      page = line.page();
      if (!inNotes) {
        kept.add(line);
      }
    }
    return kept;
  }

  /** Finds the usual distance of lines. */
  private void measure(List<PdfLine> lines) {
    Map<Double, Integer> distances = new HashMap<>();
    for (int i = 1; i < lines.size(); i++) {
      double distance = lines.get(i).box().y() - lines.get(i - 1).box().y();
      if (lines.get(i).page() == lines.get(i - 1).page() && distance > 0) {
        distances.merge(round(distance), 1, Integer::sum);
      }
    }
    leading =
        distances.entrySet().stream()
            .max(Map.Entry.comparingByValue())
            .map(Map.Entry::getKey)
            .orElse(1.2 * bodySize);
    for (PdfLine line : lines) {
      double[] edge = edges.computeIfAbsent(line.column(), any -> new double[] {1e9, 0});
      edge[0] = Math.min(edge[0], line.box().left());
      edge[1] = Math.max(edge[1], line.box().right());
    }
  }

  private void accept(PdfLine line, Set<Integer> starts) {
    if (!current.isEmpty()) {
      PdfLine before = current.getLast();
      boolean newPage = before.page() != line.page() && starts.contains(line.page());
      if (newPage || startsPiece(before, line)) {
        flush();
      }
    }
    current.add(line);
  }

  private boolean startsPiece(PdfLine before, PdfLine line) {
    if (isLarge(before) || isLarge(line)) {
      return round(before.size()) != round(line.size()) || isApart(before, line);
    }
    return isApart(before, line) || startsIndented(before, line) || startsAfterEnd(before, line);
  }

  private boolean isApart(PdfLine before, PdfLine line) {
    double distance = line.box().y() - before.box().y();
    double usual = isLarge(line) ? Math.max(leading, 1.2 * line.size()) : leading;
    return before.page() == line.page() && distance > WIDE_GAP * usual;
  }

  private boolean startsIndented(PdfLine before, PdfLine line) {
    return isIndented(line) && !isIndented(before);
  }

  private boolean startsAfterEnd(PdfLine before, PdfLine line) {
    return endsShort(before)
        && Tidy.endsSentence(before.text())
        && !Character.isLowerCase(line.text().codePointAt(0));
  }

  private boolean isLarge(PdfLine line) {
    return line.size() > LARGER * bodySize;
  }

  private boolean isIndented(PdfLine line) {
    double indent = line.box().left() - edges.get(line.column())[0];
    return indent > 0.8 * bodySize;
  }

  private boolean endsShort(PdfLine line) {
    double[] edge = edges.get(line.column());
    return line.box().right() < edge[1] - 0.12 * (edge[1] - edge[0]);
  }

  private void flush() {
    if (current.isEmpty()) {
      return;
    }
    PdfLine first = current.getFirst();
    String text = Tidy.line(hyphenation.join(current.stream().map(PdfLine::text).toList()));
    int level = level(first, text);
    int page = first.page();
    current.clear();
    if (Tidy.isSceneBreak(text)) {
      pieces.add(Piece.sceneBreak());
      pages.add(page);
    } else if (!Tidy.isOrnament(text)) {
      pieces.add(level > 0 ? Piece.heading(level, text) : Piece.paragraph(text));
      pages.add(page);
    }
  }

  private int level(PdfLine first, String text) {
    if (text.length() > LONGEST_HEADING) {
      return 0;
    }
    if (isLarge(first)) {
      double ratio = first.size() / bodySize;
      return ratio > 1.8 ? 1 : ratio > 1.4 ? 2 : 3;
    }
    return TextHeadings.level(new TextLayout.Group(List.of(text), 1)) == 0 ? 0 : 3;
  }
}
