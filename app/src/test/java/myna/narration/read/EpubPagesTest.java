package myna.narration.read;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import myna.jobs.Cancellation;
import myna.narration.book.Book;
import myna.narration.book.Chapter;
import myna.narration.book.NarrationException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What stands in the spine of an EPUB: pages, drawings, pictures and their fallbacks. */
class EpubPagesTest {
  private static final byte[] PICTURE = {
    (byte) 0xFF, (byte) 0xD8, (byte) 0xFF, (byte) 0xE0, 0, 16, 'J', 'F', 'I', 'F', 0, 1, 2, 0, 0
  };

  private static final String TALE = "<p>It rained on the harbour all day long.</p>";

  @TempDir private Path temporary;

  private final Map<String, byte[]> files = new LinkedHashMap<>();
  private final StringBuilder manifest = new StringBuilder();
  private final StringBuilder spine = new StringBuilder();

  @Test
  void skipsAPictureWithoutFallback() throws IOException, NarrationException {
    spined("a.jpg", "image/jpeg", PICTURE, "");
    spined("b.xhtml", "application/xhtml+xml", page(TALE), "");
    assertThat(text(read())).isEqualTo("It rained on the harbour all day long.");
  }

  @Test
  void readsThePageAtTheEndOfAChainOfFallbacks() throws IOException, NarrationException {
    spined("a.jpg", "image/jpeg", PICTURE, "b.pdf");
    listed("b.pdf", "application/pdf", PICTURE, "c.xhtml");
    listed("c.xhtml", "application/xhtml+xml", page(TALE), "");
    assertThat(text(read())).isEqualTo("It rained on the harbour all day long.");
  }

  @Test
  void endsAtFallbacksThatLeadInACircle() throws IOException {
    spined("a.jpg", "image/jpeg", PICTURE, "b.pdf");
    listed("b.pdf", "application/pdf", PICTURE, "a.jpg");
    assertThatThrownBy(this::read).hasMessageContaining("holds no text to speak");
  }

  @Test
  void skipsAPictureThatIsCalledAPage() throws IOException, NarrationException {
    spined("a.xhtml", "application/xhtml+xml", PICTURE, "");
    spined("b.xhtml", "application/xhtml+xml", page(TALE), "");
    assertThat(text(read())).isEqualTo("It rained on the harbour all day long.");
  }

  @Test
  void readsTheWordsOfADrawing() throws IOException, NarrationException {
    String svg =
        "<?xml version='1.0'?><svg xmlns='http://www.w3.org/2000/svg'><title>The Map</title>"
            + "<style>text { fill: red }</style><defs><text>Unseen</text></defs>"
            + "<desc>An island from above.</desc><g><text><tspan x='1'>Here be</tspan>"
            + "<tspan x='1' y='9'>dragons.</tspan></text></g></svg>";
    spined("a.svg", "image/svg+xml", svg.getBytes(StandardCharsets.UTF_8), "");
    Book book = read();
    assertThat(book.chapters()).extracting(Chapter::title).containsExactly("The Map");
    assertThat(text(book)).isEqualTo("The Map\nAn island from above.\nHere be dragons.");
  }

  @Test
  void takesTheAlternativeTextOfAHeadingThatIsAPicture() throws IOException, NarrationException {
    String heading = "<h1><img src='4.png' alt='Chapter Four'/></h1>";
    spined("a.xhtml", "application/xhtml+xml", page(heading + TALE), "");
    spined(
        "b.xhtml", "application/xhtml+xml", page("<h1>Five <img alt='A star'/></h1>" + TALE), "");
    assertThat(read().chapters())
        .extracting(Chapter::title)
        .containsExactly("Chapter Four", "Five");
  }

  private static byte[] page(String body) {
    return ("<html xmlns='http://www.w3.org/1999/xhtml'><body>" + body + "</body></html>")
        .getBytes(StandardCharsets.UTF_8);
  }

  private void spined(String name, String mediaType, byte[] bytes, String fallback) {
    listed(name, mediaType, bytes, fallback);
    spine.append("<itemref idref='").append(name).append("'/>");
  }

  private void listed(String name, String mediaType, byte[] bytes, String fallback) {
    files.put(name, bytes);
    manifest.append(
        "<item id='%1$s' href='%1$s' media-type='%2$s' fallback='%3$s'/>"
            .formatted(name, mediaType, fallback));
  }

  private Book read() throws IOException, NarrationException {
    Path folder = Files.createDirectories(temporary.resolve("book"));
    String opf =
        "<package><manifest>" + manifest + "</manifest><spine>" + spine + "</spine></package>";
    Files.writeString(folder.resolve("p.opf"), opf);
    for (Map.Entry<String, byte[]> file : files.entrySet()) {
      Files.write(folder.resolve(file.getKey()), file.getValue());
    }
    Path file = temporary.resolve("book.epub");
    BookFiles.zip(folder, file);
    return Books.read(file, ImportOptions.DEFAULT, Cancellation.NEVER);
  }

  private static String text(Book book) {
    return String.join("\n", book.chapters().stream().map(Chapter::text).toList());
  }
}
