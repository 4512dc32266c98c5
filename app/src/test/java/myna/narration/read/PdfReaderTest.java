package myna.narration.read;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import myna.jobs.Cancellation;
import myna.narration.book.Book;
import myna.narration.book.NarrationException;
import org.apache.pdfbox.pdmodel.encryption.AccessPermission;
import org.apache.pdfbox.pdmodel.encryption.StandardProtectionPolicy;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PdfReaderTest {
  private static final double LEFT = 50;

  @TempDir private Path temporary;

  @Test
  void readsANovelWithoutItsRunningHeads() throws IOException, NarrationException {
    Book book = read(this::novel);
    assertThat(book.metadata().title()).isEqualTo("The Voyage");
    assertThat(BookFiles.describe(book))
        .endsWith(
            """

            [BODY] Chapter One. Leaving
            HEADING Chapter One
            HEADING Leaving
            PARAGRAPH The ship left the harbour early in the morning, and nobody on the quay knew when it would come back again to its well-known berth.
            PARAGRAPH The captain stood alone, for the sails demanded every hand, and the understanding between the two men had been broken.
            PARAGRAPH At noon the wind turned.

            [BODY] Chapter Two. Arriving
            HEADING Chapter Two
            HEADING Arriving
            PARAGRAPH They saw land. It was green, and a well-known shore it was, too.
            PARAGRAPH The end of it all.
            """);
  }

  private void novel(PdfPrinter pdf) throws IOException {
    pdf.document().getDocumentInformation().setTitle("The Voyage");
    pdf.newPage();
    pdf.line(LEFT, 90, 18, "Chapter One");
    pdf.line(LEFT, 120, 14, "Leaving");
    pdf.lines(
        LEFT,
        160,
        "The ship left the harbour early in the morning, and no-",
        "body on the quay knew when it would come back again",
        "to its well-",
        "known berth.",
        "  The captain stood alone, for the sails demanded every");
    pdf.line(LEFT, 560, 9, "5");
    pdf.newPage();
    pdf.line(LEFT, 30, 9, "6      THE VOYAGE");
    double y = pdf.lines(LEFT, 60, "hand, and the understanding between the two men had");
    pdf.line(LEFT, y, 11, "been broken.");
    pdf.line(LEFT + 62, y - 4, 6, "1");
    pdf.lines(LEFT, y + 14, "  At noon the wind turned.");
    pdf.line(LEFT, 520, 8, "1 A note at the foot of the page that nobody reads.");
    pdf.newPage();
    pdf.line(LEFT, 30, 9, "THE VOYAGE      7");
    pdf.line(LEFT, 90, 18, "Chapter Two");
    pdf.line(LEFT, 120, 14, "Arriving");
    pdf.lines(LEFT, 160, "They saw land. It was green, and a well-known shore it", "was, too.");
    pdf.newPage();
    pdf.line(LEFT, 30, 9, "8      THE VOYAGE");
    pdf.lines(LEFT, 60, "  The end of it all.");
  }

  @Test
  void readsTwoColumnsOneAfterTheOther() throws IOException, NarrationException {
    Book book =
        read(
            pdf -> {
              pdf.newPage();
              pdf.line(60, 50, 16, "A Title Across Both Columns Here");
              for (int i = 0; i < 6; i++) {
                pdf.line(40, 90 + 14 * i, 11, "left words number " + i + " and");
                pdf.line(220, 90 + 14 * i, 11, "right words number " + i + " and");
              }
            });
    String text = book.chapters().getLast().text();
    assertThat(text.indexOf("left words number 5"))
        .isLessThan(text.indexOf("right words number 0"));
    assertThat(text).contains("A Title Across Both Columns Here");
  }

  @Test
  void takesChaptersFromBookmarks() throws IOException, NarrationException {
    Book book =
        read(
            pdf -> {
              for (String name : List.of("Alpha", "Beta")) {
                pdf.newPage();
                pdf.bookmark(name);
                pdf.lines(LEFT, 100, "The text of " + name + " stands on this page, alone.");
              }
            });
    assertThat(book.chapters()).extracting("title").containsExactly("Alpha", "Beta");
  }

  @Test
  void refusesWhatIsProtected() {
    assertThatThrownBy(
            () ->
                read(
                    pdf -> {
                      pdf.newPage();
                      pdf.lines(LEFT, 100, "Secret.");
                      pdf.document()
                          .protect(
                              new StandardProtectionPolicy(
                                  "owner", "user", new AccessPermission()));
                    }))
        .isInstanceOf(NarrationException.class)
        .hasMessageContaining("password")
        .extracting("reason")
        .isEqualTo(NarrationException.Reason.PROTECTED);
  }

  @Test
  void refusesPagesWithoutText() {
    assertThatThrownBy(() -> read(PdfPrinter::newPage))
        .isInstanceOf(NarrationException.class)
        .hasMessageContaining("no text")
        .extracting("reason")
        .isEqualTo(NarrationException.Reason.EMPTY);
  }

  /** Fills a PDF. */
  private interface Filler {
    void fill(PdfPrinter pdf) throws IOException;
  }

  private Book read(Filler filler) throws IOException, NarrationException {
    Path file = temporary.resolve("book.pdf");
    try (PdfPrinter pdf = new PdfPrinter()) {
      filler.fill(pdf);
      pdf.save(file);
    }
    return Books.read(file, ImportOptions.DEFAULT, Cancellation.NEVER);
  }
}
