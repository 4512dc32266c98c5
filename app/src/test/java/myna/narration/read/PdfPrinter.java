package myna.narration.read;

import java.io.IOException;
import java.nio.file.Path;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts;
import org.apache.pdfbox.pdmodel.interactive.documentnavigation.destination.PDPageFitDestination;
import org.apache.pdfbox.pdmodel.interactive.documentnavigation.outline.PDDocumentOutline;
import org.apache.pdfbox.pdmodel.interactive.documentnavigation.outline.PDOutlineItem;

/** Sets lines on pages of a PDF, each where the test wants it. */
final class PdfPrinter implements AutoCloseable {
  static final double TOP = 60;
  private final PDDocument document = new PDDocument();
  private final PDFont font = new PDType1Font(Standard14Fonts.FontName.TIMES_ROMAN);
  private PDPage page;
  private PDPageContentStream content;

  void newPage() throws IOException {
    endPage();
    page = new PDPage(PDRectangle.A5);
    document.addPage(page);
    content = new PDPageContentStream(document, page);
  }

  /** Sets a line with its left end at {@code x} and its baseline {@code y} below the page's top. */
  void line(double x, double y, double size, String text) throws IOException {
    content.beginText();
    content.setFont(font, (float) size);
    content.newLineAtOffset((float) x, (float) (PDRectangle.A5.getHeight() - y));
    content.showText(text);
    content.endText();
  }

  /** Sets lines of 11 points, 14 points apart, and returns where the next would stand. */
  double lines(double x, double y, String... lines) throws IOException {
    double at = y;
    for (String text : lines) {
      boolean indented = text.startsWith("  ");
      line(indented ? x + 15 : x, at, 11, text.strip());
      at += 14;
    }
    return at;
  }

  /** Adds a bookmark to the page in work. */
  void bookmark(String title) {
    PDDocumentOutline outline = document.getDocumentCatalog().getDocumentOutline();
    if (outline == null) {
      outline = new PDDocumentOutline();
      document.getDocumentCatalog().setDocumentOutline(outline);
    }
    PDOutlineItem item = new PDOutlineItem();
    item.setTitle(title);
    PDPageFitDestination destination = new PDPageFitDestination();
    destination.setPage(page);
    item.setDestination(destination);
    outline.addLast(item);
  }

  PDDocument document() {
    return document;
  }

  void save(Path file) throws IOException {
    endPage();
    document.save(file.toFile());
  }

  private void endPage() throws IOException {
    if (content != null) {
      content.close();
      content = null;
    }
  }

  @Override
  public void close() throws IOException {
    endPage();
    document.close();
  }
}
