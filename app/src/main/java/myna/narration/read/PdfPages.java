package myna.narration.read;

import java.io.IOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.List;
import myna.jobs.Cancellation;
import org.apache.pdfbox.contentstream.operator.Operator;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.TextPosition;

/** Gathers the lines of each page of a PDF, in reading order. */
final class PdfPages extends PDFTextStripper {
  private static final long MOST_OPERATORS = 20_000_000;
  private static final long MOST_OPERATORS_OF_A_PAGE = 1_000_000;
  private static final double RAISED_SIZE = 0.78;
  private static final double WIDEST_SPACE = 2.2;

  private final Cancellation cancellation;
  private final PdfDropCaps dropCaps = new PdfDropCaps();
  private final List<PdfLine> page = new ArrayList<>();
  private final List<PdfLine> lines = new ArrayList<>();
  private long operators;
  private long operatorsOfPage;

  /** More drawing than any book needs. */
  static final class TooMuchException extends IOException {
    private static final long serialVersionUID = 1L;

    TooMuchException() {
      super("too much drawing");
    }
  }

  private PdfPages(Cancellation cancellation) {
    this.cancellation = cancellation;
    setSuppressDuplicateOverlappingText(true);
    setShouldSeparateByBeads(false);
  }

  static List<PdfLine> read(PDDocument document, Cancellation cancellation) throws IOException {
    PdfPages pages = new PdfPages(cancellation);
    pages.writeText(document, Writer.nullWriter());
    return pages.lines;
  }

  @Override
  protected void processOperator(Operator operator, List<COSBase> operands) throws IOException {
    if (++operators > MOST_OPERATORS || ++operatorsOfPage > MOST_OPERATORS_OF_A_PAGE) {
      throw new TooMuchException();
    }
    cancellation.check();
    super.processOperator(operator, operands);
  }

  @Override
  protected void writeString(String text, List<TextPosition> positions) {
    List<TextPosition> upright = positions.stream().filter(p -> p.getDir() == 0).toList();
    if (upright.isEmpty()) {
      return;
    }
    double size = upright.stream().mapToDouble(TextPosition::getFontSizeInPt).max().orElse(0);
    List<TextPosition> kept = withoutNoteMarks(upright, size);
    String word = Tidy.line(kept.size() == positions.size() ? text : join(kept));
    if (!word.isEmpty()) {
      add(word, kept, size);
    }
  }

  private void add(String word, List<TextPosition> letters, double size) {
    TextPosition first = letters.getFirst();
    TextPosition last = letters.getLast();
    var box =
        new PdfLine.Box(
            first.getXDirAdj(),
            last.getXDirAdj() + last.getWidthDirAdj(),
            first.getYDirAdj(),
            first.getPageHeight());
    PdfLine added = new PdfLine(word, box, size, getCurrentPageNo() - 1, 0);
    if (!page.isEmpty() && continues(page.getLast(), added)) {
      page.add(page.removeLast().with(added));
    } else if (page.isEmpty() || !isRaisedMark(page.getLast(), added)) {
      page.add(added);
    }
  }

  private static boolean continues(PdfLine line, PdfLine word) {
    double gap = word.box().left() - line.box().right();
    return line.isLevelWith(word)
        && gap > -0.5 * line.size()
        && gap < WIDEST_SPACE * Math.max(line.size(), word.size())
        && !PdfDropCaps.isDropCap(line, word)
        && !isRaisedMark(line, word);
  }

  /** A small number beside a line: the mark of a note. */
  private static boolean isRaisedMark(PdfLine line, PdfLine word) {
    return line.page() == word.page()
        && word.size() < RAISED_SIZE * line.size()
        && word.text().matches("\\d{1,3}|[*†‡§¶]")
        && Math.abs(word.box().left() - line.box().right()) < line.size()
        && Math.abs(word.box().y() - line.box().y()) < line.size();
  }

  private static List<TextPosition> withoutNoteMarks(List<TextPosition> letters, double size) {
    List<TextPosition> kept =
        letters.stream()
            .filter(
                letter ->
                    letter.getFontSizeInPt() >= RAISED_SIZE * size
                        || !letter.getUnicode().matches("\\d|[*†‡§¶]"))
            .toList();
    return kept.isEmpty() ? letters : kept;
  }

  private static String join(List<TextPosition> letters) {
    StringBuilder text = new StringBuilder();
    letters.forEach(letter -> text.append(letter.getUnicode()));
    return text.toString();
  }

  @Override
  protected void endPage(PDPage finished) throws IOException {
    super.endPage(finished);
    lines.addAll(PdfColumns.inReadingOrder(dropCaps.join(page)));
    page.clear();
    operatorsOfPage = 0;
  }
}
