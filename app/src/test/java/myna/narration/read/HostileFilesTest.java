package myna.narration.read;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.net.URISyntaxException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import myna.jobs.Cancellation;
import myna.narration.book.Book;
import myna.narration.book.NarrationException;
import myna.narration.book.NarrationException.Reason;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a stranger may hand over: refused in one sentence or read, never hung, nothing written. */
@Timeout(60)
class HostileFilesTest {
  private static final String CONTAINER =
      "<container><rootfiles><rootfile full-path='p.opf'/></rootfiles></container>";

  private static final String PACKAGE =
      "<package><manifest><item id='a' href='a.xhtml'"
          + " media-type='application/xhtml+xml'/></manifest><spine><itemref"
          + " idref='a'/></spine></package>";

  @TempDir private Path temporary;

  @Test
  void refusesAZipBomb() throws IOException {
    Path file = temporary.resolve("bomb.epub");
    try (OutputStream out = Files.newOutputStream(file);
        ZipOutputStream zip = new ZipOutputStream(out)) {
      put(zip, "META-INF/container.xml", CONTAINER);
      put(zip, "p.opf", PACKAGE);
      zip.putNextEntry(new ZipEntry("a.xhtml"));
      byte[] zeros = new byte[1 << 20];
      for (int i = 0; i < 100; i++) {
        zip.write(zeros);
      }
      zip.closeEntry();
    }
    assertThat(Files.size(file)).isLessThan(1 << 20);
    refuses(file, Reason.TOO_LARGE);
  }

  @Test
  void refusesADocxBomb() throws IOException {
    Path file = temporary.resolve("bomb.docx");
    try (OutputStream out = Files.newOutputStream(file);
        ZipOutputStream zip = new ZipOutputStream(out)) {
      zip.putNextEntry(new ZipEntry("word/document.xml"));
      zip.write("<w:document xmlns:w='w'><w:body>".getBytes(StandardCharsets.UTF_8));
      byte[] spaces = " ".repeat(1 << 20).getBytes(StandardCharsets.UTF_8);
      for (int i = 0; i < 300; i++) {
        zip.write(spaces);
      }
      zip.write("</w:body></w:document>".getBytes(StandardCharsets.UTF_8));
      zip.closeEntry();
    }
    refuses(file, Reason.TOO_LARGE);
  }

  @Test
  void readsNamesThatPointOutOfTheArchiveWithoutWritingThem()
      throws IOException, NarrationException {
    Map<String, String> entries = book("<p>Hello there.</p>");
    entries.put("../../escape.txt", "out");
    entries.put("/etc/escape.txt", "out");
    Path inner = Files.createDirectories(temporary.resolve("deep/er"));
    Path file = archive(inner.resolve("traversal.epub"), entries);
    assertThat(text(file)).isEqualTo("Hello there.");
    assertThat(Files.exists(temporary.resolve("escape.txt"))).isFalse();
    assertThat(inner.toFile().list()).containsExactly("traversal.epub");
  }

  @Test
  void fetchesNoExternalEntities() throws IOException, NarrationException {
    Path secret = Files.writeString(temporary.resolve("secret.txt"), "the secret");
    String declaration = "<!DOCTYPE x [<!ENTITY e SYSTEM '" + secret.toUri() + "'>]>";
    Map<String, String> entries = book("<p>Before &e; after.</p>");
    entries.put("a.xhtml", "<?xml version='1.0'?>" + declaration + entries.get("a.xhtml"));
    entries.put(
        "p.opf",
        declaration
            + PACKAGE.replace("<manifest>", "<metadata><title>&e;</title></metadata><manifest>"));
    Book book =
        Books.read(
            archive(temporary.resolve("x.epub"), entries),
            ImportOptions.DEFAULT,
            Cancellation.NEVER);
    assertThat(BookFiles.describe(book)).contains("Before").doesNotContain("the secret");
  }

  @Test
  void expandsNoEntitiesInWordDocuments() throws IOException {
    String laughs =
        "<!DOCTYPE x [<!ENTITY a 'ha'><!ENTITY b '&a;&a;&a;&a;&a;&a;&a;&a;'><!ENTITY c"
            + " '&b;&b;&b;&b;&b;&b;&b;&b;'>]><w:document xmlns:w='w'><w:body><w:p><w:r><w:t>Ho"
            + " &c;</w:t></w:r></w:p></w:body></w:document>";
    Path file = archive(temporary.resolve("laughs.docx"), Map.of("word/document.xml", laughs));
    assertThatThrownBy(() -> text(file)).isInstanceOf(NarrationException.class);
  }

  @Test
  void readsTenThousandNestedTags() throws IOException, NarrationException {
    String nested = "<div>".repeat(10_000) + "<p>Deep down.</p>" + "</div>".repeat(10_000);
    assertThat(text(archive(temporary.resolve("nested.epub"), book(nested))))
        .isEqualTo("Deep down.");
    Path html = Files.writeString(temporary.resolve("nested.html"), "<html><body>" + nested);
    assertThat(text(html)).isEqualTo("Deep down.");
    Path markdown =
        Files.writeString(temporary.resolve("nested.md"), "> ".repeat(10_000) + "Deep *down*.");
    assertThat(text(markdown)).contains("Deep down.");
    Path emphasis =
        Files.writeString(temporary.resolve("stars.md"), "Stars: " + "*a **b ".repeat(10_000));
    assertThat(text(emphasis)).startsWith("Stars:");
  }

  @Test
  void refusesOrReadsTenThousandNestedElementsInWordDocuments() throws IOException {
    String nested =
        "<w:document xmlns:w='w'><w:body>"
            + "<w:tbl><w:tr><w:tc>".repeat(10_000)
            + "<w:p><w:r><w:t>Deep.</w:t></w:r></w:p>"
            + "</w:tc></w:tr></w:tbl>".repeat(10_000)
            + "</w:body></w:document>";
    Path file = archive(temporary.resolve("nested.docx"), Map.of("word/document.xml", nested));
    try {
      assertThat(text(file)).isEqualTo("Deep.");
    } catch (NarrationException e) {
      assertThat(e.reason()).isEqualTo(Reason.MALFORMED);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"UTF-8", "UTF-16BE", "UTF-16LE"})
  void readsWordDocumentsOfAllEncodings(String charset) throws IOException, NarrationException {
    assertThat(text(wordDocument("\uFEFF", "Caf\u00E9", Charset.forName(charset))))
        .contains("Caf\u00E9");
  }

  /** The parser of the JDK would write of them to the console. */
  @Test
  void readsBytesThatAreNoLettersInSilence() throws IOException, NarrationException {
    Path file = wordDocument("", "Caf\u00E9 au lait", StandardCharsets.ISO_8859_1);
    PrintStream console = System.err;
    ByteArrayOutputStream written = new ByteArrayOutputStream();
    System.setErr(new PrintStream(written, true, StandardCharsets.UTF_8));
    try {
      assertThat(text(file)).contains("Caf\uFFFD au lait");
    } finally {
      System.setErr(console);
    }
    assertThat(written.toString(StandardCharsets.UTF_8)).isEmpty();
  }

  private Path wordDocument(String mark, String text, Charset charset) throws IOException {
    String xml = mark + "<w:document xmlns:w='w'><w:body><w:p><w:r><w:t>" + text;
    Path file = temporary.resolve("encoded.docx");
    try (OutputStream out = Files.newOutputStream(file);
        ZipOutputStream zip = new ZipOutputStream(out)) {
      zip.putNextEntry(new ZipEntry("word/document.xml"));
      zip.write((xml + "</w:t></w:r></w:p></w:body></w:document>").getBytes(charset));
      zip.closeEntry();
    }
    return file;
  }

  @Test
  void readsABookWithoutASpineOrContainer() throws IOException, NarrationException {
    Map<String, String> entries = book("<p>No spine.</p>");
    entries.put("p.opf", PACKAGE.replaceAll("<spine>.*</spine>", ""));
    assertThat(text(archive(temporary.resolve("spineless.epub"), entries))).isEqualTo("No spine.");
    entries.remove("META-INF/container.xml");
    assertThat(text(archive(temporary.resolve("headless.epub"), entries))).isEqualTo("No spine.");
  }

  @Test
  void refusesProtectedBooks() throws IOException {
    Map<String, String> entries = book("<p>Hello.</p>");
    entries.put(
        "META-INF/encryption.xml",
        "<encryption xmlns:enc='e'><enc:EncryptedData><enc:EncryptionMethod"
            + " Algorithm='http://www.w3.org/2001/04/xmlenc#aes128-cbc'/></enc:EncryptedData></encryption>");
    refuses(archive(temporary.resolve("drm.epub"), entries), Reason.PROTECTED);
  }

  @Test
  void refusesABombInAPdf() throws IOException {
    Path file = temporary.resolve("bomb.pdf");
    byte[] stream = deflated("q ".repeat(1 << 16), 1500);
    String head =
        "%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n"
            + "2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n"
            + "3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]/Contents 4 0 R>>endobj\n"
            + "4 0 obj<</Filter/FlateDecode/Length "
            + stream.length
            + ">>stream\n";
    try (OutputStream out = Files.newOutputStream(file)) {
      out.write(head.getBytes(StandardCharsets.US_ASCII));
      out.write(stream);
      out.write(
          "\nendstream endobj\ntrailer<</Root 1 0 R>>\n%%EOF".getBytes(StandardCharsets.US_ASCII));
    }
    assertThatThrownBy(() -> text(file)).isInstanceOf(NarrationException.class);
  }

  @Test
  void answersGarbageOfEveryKindInOneSentence() throws IOException {
    Random random = new Random(7);
    for (String name :
        new String[] {"g.epub", "g.docx", "g.pdf", "g.txt", "g.html", "g.md", "g.srt"}) {
      byte[] garbage = new byte[5000];
      random.nextBytes(garbage);
      if (name.endsWith("pdf")) {
        System.arraycopy("%PDF-1.7\n".getBytes(StandardCharsets.US_ASCII), 0, garbage, 0, 9);
      }
      if (name.endsWith("epub") || name.endsWith("docx")) {
        System.arraycopy("PK\u0003\u0004".getBytes(StandardCharsets.ISO_8859_1), 0, garbage, 0, 4);
      }
      Path file = Files.write(temporary.resolve(name), garbage);
      try {
        Books.read(file, ImportOptions.DEFAULT, Cancellation.NEVER);
      } catch (NarrationException e) {
        assertThat(e).hasMessageStartingWith(file.toString());
      }
    }
  }

  @Test
  void survivesDamageAnywhereInAnEpub() throws IOException, URISyntaxException {
    byte[] whole = Files.readAllBytes(BookFiles.open("alice-epub3", temporary));
    Random random = new Random(3);
    for (int round = 0; round < 40; round++) {
      byte[] damaged = whole.clone();
      for (int i = 0; i < 20; i++) {
        damaged[random.nextInt(damaged.length)] = (byte) random.nextInt();
      }
      Path file = Files.write(temporary.resolve("damaged.epub"), damaged);
      try {
        Books.read(file, ImportOptions.DEFAULT, Cancellation.NEVER);
      } catch (NarrationException e) {
        assertThat(e.getMessage()).contains(file.toString());
      }
    }
  }

  @Test
  void readsALongLineInTimeThatGrowsWithItsLength() throws IOException {
    Path file =
        Files.writeString(
            temporary.resolve("long.txt"), ("(" + "word- ".repeat(20) + "\n").repeat(40_000));
    assertThat(Files.size(file)).isGreaterThan(4_000_000);
    assertTimeoutPreemptively(Duration.ofSeconds(30), () -> text(file));
  }

  private void refuses(Path file, Reason reason) {
    assertThatThrownBy(() -> text(file))
        .isInstanceOf(NarrationException.class)
        .hasMessageContaining(file.toString())
        .extracting("reason")
        .isEqualTo(reason);
  }

  private static String text(Path file) throws NarrationException {
    return Books.read(file, ImportOptions.DEFAULT, Cancellation.NEVER).chapters().getFirst().text();
  }

  private static Map<String, String> book(String body) {
    Map<String, String> entries = new LinkedHashMap<>();
    entries.put("mimetype", "application/epub+zip");
    entries.put("META-INF/container.xml", CONTAINER);
    entries.put("p.opf", PACKAGE);
    entries.put(
        "a.xhtml", "<html xmlns='http://www.w3.org/1999/xhtml'><body>" + body + "</body></html>");
    return entries;
  }

  private static Path archive(Path file, Map<String, String> entries) throws IOException {
    try (OutputStream out = Files.newOutputStream(file);
        ZipOutputStream zip = new ZipOutputStream(out)) {
      for (Map.Entry<String, String> entry : entries.entrySet()) {
        put(zip, entry.getKey(), entry.getValue());
      }
    }
    return file;
  }

  private static void put(ZipOutputStream zip, String name, String text) throws IOException {
    zip.putNextEntry(new ZipEntry(name));
    zip.write(text.getBytes(StandardCharsets.UTF_8));
    zip.closeEntry();
  }

  private static byte[] deflated(String text, int times) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    Deflater deflater = new Deflater(9);
    try (OutputStream out = new DeflaterOutputStream(bytes, deflater)) {
      for (int i = 0; i < times; i++) {
        out.write(text.getBytes(StandardCharsets.US_ASCII));
      }
    } finally {
      deflater.end();
    }
    return bytes.toByteArray();
  }
}
