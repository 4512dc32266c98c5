package myna.narration.read;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import myna.fuzz.Fuzzer;
import myna.jobs.Cancellation;
import myna.narration.book.NarrationException;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Damaged books are read or refused, and nothing is written. */
@Timeout(36_000)
class BookFuzzTest {
  @TempDir private Path folder;
  @TempDir private Path parts;

  @ParameterizedTest
  @CsvSource({
    "film-srt, srt, 3000",
    "notes-md, md, 600",
    "page-html, html, 600",
    "gutenberg-txt, txt, 600",
    "alice-epub3, epub, 150",
    "report-docx, docx, 200",
    "hills-odt, odt, 150",
    "letters-rtf, rtf, 1000"
  })
  void books(String book, String extension, int inputs) throws IOException, URISyntaxException {
    Path file = folder.resolve("fuzzed." + extension);
    new Fuzzer(extension)
        .seed(Files.readAllBytes(BookFiles.open(book, parts)))
        .words("<p>", "</p>", "<div>", "<table>", "&amp;", "&#0;", "<!--", "<![CDATA[", "# ")
        .words("{\\*\\", "{\\footnote ", "}", "\\u-1 ", "\\bin99999 ", "\\par ", "\\cell ")
        .words("> ", "* ", "```", "00:00:01,000 --> 00:00:02,000", "\n\n", "PK\3\4", "PK\1\2")
        .run(inputs, input -> read(file, input));
    assertThat(folder.toFile().list()).hasSize(1);
  }

  /** The parts of a Word document and of an EPUB, so that mutations get past the archive. */
  @ParameterizedTest
  @CsvSource({
    "report-docx, word/document.xml, docx, 200", "hills-odt, content.xml, odt, 100",
    "voyage-docx, word/document.xml, docx, 100", "alice-epub3, OEBPS/package.opf, epub, 100",
    "alice-epub3, OEBPS/nav.xhtml, epub, 100", "alice-epub3, OEBPS/chapter2.xhtml, epub, 100"
  })
  void partsOfArchives(String book, String part, String extension, int inputs)
      throws IOException, URISyntaxException {
    Path source = BookFiles.folder().resolve(book).resolve("book");
    Path whole = BookFiles.open(book, parts);
    Path file = folder.resolve("fuzzed." + extension);
    new Fuzzer(part.replace('/', '-'))
        .seed(Files.readAllBytes(source.resolve(part)))
        .words("<p>", "</p>", "<w:p>", "<w:tbl>", "href=\"../../../x\"", "&amp;", "&#0;", "<!--")
        .words("epub:type='footnote'", "<!DOCTYPE x [<!ENTITY e 'e'>]>", "&e;", "id=''", "%00")
        .run(inputs, input -> read(file, replaced(whole, part, input)));
    assertThat(folder.toFile().list()).hasSize(1);
  }

  private static String read(Path file, byte[] input) throws IOException {
    Files.write(file, input);
    try {
      return "read "
          + Books.read(file, ImportOptions.DEFAULT, Cancellation.NEVER).chapters().size();
    } catch (NarrationException e) {
      assertThat(e.getMessage()).startsWith(file.toString()).doesNotContain("\n");
      return e.reason() + e.getMessage();
    }
  }

  private static byte[] replaced(Path whole, String part, byte[] content) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipFile in = new ZipFile(whole.toFile());
        ZipOutputStream out = new ZipOutputStream(bytes)) {
      out.setLevel(0);
      for (ZipEntry entry : in.stream().toList()) {
        out.putNextEntry(new ZipEntry(entry.getName()));
        out.write(entry.getName().equals(part) ? content : in.getInputStream(entry).readAllBytes());
      }
    }
    return bytes.toByteArray();
  }
}
