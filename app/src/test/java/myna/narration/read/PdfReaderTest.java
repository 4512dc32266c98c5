package myna.narration.read;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
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

  private static void columns(PdfPrinter pdf) throws IOException {
    for (int i = 0; i < 6; i++) {
      pdf.line(40, 90 + 14 * i, 11, "left words number " + i + " and");
      pdf.line(220, 90 + 14 * i, 11, "right words number " + i + " and");
    }
  }

  @Test
  void readsTwoColumnsOneAfterTheOther() throws IOException, NarrationException {
    Book book =
        read(
            pdf -> {
              pdf.newPage();
              pdf.line(60, 50, 16, "A Title Across Both Columns Here");
              columns(pdf);
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

  @Test
  void readsDropCapsAsPartOfTheirWords() throws IOException, NarrationException {
    Book book =
        read(
            pdf -> {
              pdf.newPage();
              dropCap(
                  pdf, 100, "T", "he ship left the harbour early in the", "morning, and nobody");
              double y = pdf.lines(LEFT, 128, "on the quay knew when it would come back again.");
              pdf.lines(LEFT, y, "  Nobody asked.");
              dropCap(pdf, 200, "A", "ship came in at noon, and it was the", "Anna with her crew");
              pdf.lines(LEFT, 228, "of four who had not slept for two whole nights.");
            });
    assertThat(book.chapters().getLast().text())
        .isEqualTo(
            """
            The ship left the harbour early in the morning, and nobody on the quay knew when it would come back again.
            Nobody asked.
            A ship came in at noon, and it was the Anna with her crew of four who had not slept for two whole nights.\
            """);
  }

  /** A letter of two lines' height, whose baseline is that of the second line. */
  private static void dropCap(PdfPrinter pdf, double y, String letter, String... lines)
      throws IOException {
    pdf.line(LEFT, y + 14, 34, letter);
    pdf.lines(LEFT + 26, y, lines);
  }

  @Test
  void leavesOutRunningHeadsOfTwoPages() throws IOException, NarrationException {
    Book book =
        read(
            pdf -> {
              for (String page : List.of("1", "2")) {
                pdf.newPage();
                pdf.line(LEFT, 30, 9, "Report on Gulls");
                pdf.lines(LEFT, 100, "This is what stands on page " + page + " of it.");
                pdf.line(LEFT, 570, 9, "Page " + page + " of 2");
              }
            });
    assertThat(book.chapters().getLast().text())
        .isEqualTo("This is what stands on page 1 of it. This is what stands on page 2 of it.");
  }

  @Test
  void readsAShortTitleAboveColumnsFirst() throws IOException, NarrationException {
    Book book =
        read(
            pdf -> {
              pdf.newPage();
              pdf.line(180, 50, 11, "The Gulls");
              columns(pdf);
            });
    assertThat(book.chapters().getLast().text()).startsWith("The Gulls\nleft words number 0");
  }

  @Test
  void saysNothingOnTheTerminal() throws IOException, NarrationException {
    Path file = temporary.resolve("substitute.pdf");
    try (PdfPrinter pdf = new PdfPrinter()) {
      pdf.newPage();
      pdf.lines(LEFT, 100, "Set in a font that is not embedded, which PDFBox remarks upon.");
      pdf.save(file);
    }
    List<LogRecord> said = new ArrayList<>();
    Handler listener =
        new Handler() {
          @Override
          public void publish(LogRecord one) {
            said.add(one);
          }

          @Override
          public void flush() {}

          @Override
          public void close() {}
        };
    Logger everything = Logger.getLogger("");
    everything.addHandler(listener);
    try {
      Books.read(file, ImportOptions.DEFAULT, Cancellation.NEVER);
    } finally {
      everything.removeHandler(listener);
    }
    assertThat(said).isEmpty();
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
