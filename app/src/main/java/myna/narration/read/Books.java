package myna.narration.read;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import myna.jobs.Cancellation;
import myna.narration.book.Block;
import myna.narration.book.Book;
import myna.narration.book.NarrationException;
import myna.narration.book.NarrationException.Reason;
import myna.narration.book.Section;

/** Reads a book of any format that Myna knows; the content decides before the name does. */
public final class Books {
  /** The file extensions of the formats, without the dot. */
  public static final List<String> EXTENSIONS =
      List.of(
          "epub",
          "docx",
          "odt",
          "rtf",
          "pdf",
          "html",
          "htm",
          "xhtml",
          "md",
          "markdown",
          "txt",
          "srt",
          "vtt",
          "ass",
          "ssa",
          "fb2");

  private static final long LARGEST_TEXT = 16L * 1024 * 1024;
  private static final long LARGEST_FILE = 1024L * 1024 * 1024;
  private static final int HEAD = 1024;

  private Books() {}

  /**
   * Reads a book.
   *
   * @throws NarrationException with one sentence for the user
   */
  public static Book read(Path file, ImportOptions options, Cancellation cancellation)
      throws NarrationException {
    return told(file, () -> reader(file, head(file)).read(file, options, cancellation));
  }

  /**
   * Reads subtitles with their times: SubRip, WebVTT, (Advanced) SubStation Alpha.
   *
   * @return at least one, in the order of their starts
   * @throws NarrationException with one sentence for the user
   */
  public static List<TimedCue> cues(Path file) throws NarrationException {
    return told(
        file,
        () -> {
          checkSize(file, LARGEST_TEXT);
          return CueFile.read(file);
        });
  }

  private interface Reading<T> {
    T read() throws IOException, NarrationException;
  }

  private static <T> T told(Path file, Reading<T> reading) throws NarrationException {
    try {
      if (Files.isDirectory(file)) {
        throw new NarrationException(Reason.UNREADABLE, file + " is a folder, not a book");
      }
      return reading.read();
    } catch (NoSuchFileException e) {
      throw new NarrationException(Reason.UNREADABLE, "there is no file " + file, e);
    } catch (AccessDeniedException e) {
      throw new NarrationException(Reason.UNREADABLE, file + " may not be read", e);
    } catch (IOException e) {
      throw new NarrationException(
          Reason.MALFORMED, file + " is damaged: it cannot be read as what it seems to be", e);
    }
  }

  private static String head(Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      return new String(in.readNBytes(HEAD), StandardCharsets.ISO_8859_1);
    }
  }

  private static BookReader reader(Path file, String head) throws IOException, NarrationException {
    BookReader reader = byContent(file, head);
    boolean bounded =
        reader instanceof EpubReader
            || reader instanceof DocxReader
            || reader instanceof OdtReader
            || reader instanceof PdfReader;
    checkSize(file, bounded ? LARGEST_FILE : LARGEST_TEXT);
    return reader;
  }

  private static void checkSize(Path file, long largest) throws IOException, NarrationException {
    if (Files.size(file) > largest) {
      throw new NarrationException(
          Reason.TOO_LARGE, file + " is larger than any book: it was not read");
    }
  }

  private static BookReader byContent(Path file, String head)
      throws IOException, NarrationException {
    if (head.startsWith("%PDF-") || head.contains("\n%PDF-")) {
      return new PdfReader();
    }
    if (head.startsWith("PK\u0003\u0004") || head.startsWith("PK\u0005\u0006")) {
      return ofArchive(file);
    }
    if (head.startsWith("\u00D0\u00CF\u0011\u00E0")) {
      throw new NarrationException(
          Reason.UNSUPPORTED,
          file + " is an old or protected Office document: save it as an open .docx first");
    }
    if (head.startsWith("{\\rtf")) {
      return new RtfReader();
    }
    if (head.startsWith("BOOKMOBI", 60) || head.startsWith("TPZ")) {
      throw new NarrationException(
          Reason.UNSUPPORTED, file + " is a Kindle book: convert it to an EPUB first");
    }
    if (head.replace("\0", "").contains("<FictionBook")) {
      return new Fb2Reader();
    }
    return byName(file, head);
  }

  private static BookReader ofArchive(Path file) throws IOException, NarrationException {
    try (BoundedZip zip = BoundedZip.open(file)) {
      if (zip.has("META-INF/container.xml")
          || zip.names().stream().anyMatch(name -> name.endsWith(".opf"))) {
        return new EpubReader();
      }
      if (zip.names().stream().anyMatch(name -> name.startsWith("word/"))) {
        return new DocxReader();
      }
      if (isOpenDocumentText(zip)) {
        return new OdtReader();
      }
    }
    throw new NarrationException(
        Reason.UNSUPPORTED,
        file + " is an archive, but neither an EPUB nor a text of Word or OpenDocument");
  }

  private static boolean isOpenDocumentText(BoundedZip zip) throws NarrationException {
    String type =
        zip.find("mimetype")
            .map(bytes -> new String(bytes, StandardCharsets.ISO_8859_1).strip())
            .orElse(OdtReader.MEDIA_TYPE);
    return zip.has("content.xml") && type.startsWith(OdtReader.MEDIA_TYPE);
  }

  private static BookReader byName(Path file, String head) throws NarrationException {
    String name = String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT);
    String extension = name.substring(name.lastIndexOf('.') + 1);
    String start = head.replace("\0", "").strip().toLowerCase(Locale.ROOT);
    return switch (extension) {
      case "epub", "docx", "odt", "rtf" ->
          throw new NarrationException(
              Reason.MALFORMED, file + " is damaged: it is no ." + extension + " file");
      case "pdf" ->
          throw new NarrationException(Reason.MALFORMED, file + " is damaged: it is no PDF");
      case "md", "markdown" -> new MarkdownReader();
      case "srt", "vtt", "ass", "ssa" -> new SubtitleReader();
      case "html", "htm", "xhtml", "xht" -> new HtmlReader();
      default ->
          start.contains("<!doctype html") || start.contains("<html")
              ? new HtmlReader()
              : new TextReader();
    };
  }

  /**
   * Why a chapter is held to be front matter, back matter or navigation, as a few words; "" for the
   * body. A chapter that was edited is judged as it is now.
   */
  public static String reason(String title, List<Block> blocks, Section section) {
    return SectionRules.reason(title, blocks, section);
  }
}
