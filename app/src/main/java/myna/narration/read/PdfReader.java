package myna.narration.read;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Collectors;
import myna.jobs.Cancellation;
import myna.narration.book.Book;
import myna.narration.book.Metadata;
import myna.narration.book.NarrationException;
import myna.narration.book.NarrationException.Reason;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.io.MemoryUsageSetting;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentInformation;
import org.apache.pdfbox.pdmodel.encryption.AccessPermission;
import org.apache.pdfbox.pdmodel.encryption.InvalidPasswordException;

/** Reads PDF by what stands where on its pages. */
final class PdfReader implements BookReader {
  /**
   * What PDFBox finds odd about a file helps no listener; held, as loggers nobody holds are lost.
   */
  private static final List<Logger> LIBRARY_LOGS =
      List.of(Logger.getLogger("org.apache.pdfbox"), Logger.getLogger("org.apache.fontbox"));

  private static final long MEMORY_BYTES = 64L * 1024 * 1024;
  private static final long STORAGE_BYTES = 512L * 1024 * 1024;

  @Override
  public Book read(Path file, ImportOptions options, Cancellation cancellation)
      throws IOException, NarrationException {
    LIBRARY_LOGS.forEach(log -> log.setLevel(Level.OFF));
    var memory = MemoryUsageSetting.setupMixed(MEMORY_BYTES, STORAGE_BYTES);
    try (PDDocument document = Loader.loadPDF(file.toFile(), memory.streamCache)) {
      return read(document, file, cancellation);
    } catch (InvalidPasswordException e) {
      throw new NarrationException(
          Reason.PROTECTED, file + " is protected by a password: Myna reads only open files", e);
    } catch (PdfPages.TooMuchException e) {
      throw new NarrationException(
          Reason.TOO_LARGE, file + " holds more than any book does: it was not read", e);
    }
  }

  private static Book read(PDDocument document, Path file, Cancellation cancellation)
      throws IOException, NarrationException {
    AccessPermission permission = document.getCurrentAccessPermission();
    if (!permission.canExtractContent() && !permission.canExtractForAccessibility()) {
      throw new NarrationException(
          Reason.PROTECTED,
          file + " does not permit its text to be taken: Myna reads only open files");
    }
    List<PdfLine> lines = PdfPages.read(document, cancellation);
    if (lines.isEmpty()) {
      throw new NarrationException(
          Reason.EMPTY, file + " holds no text, perhaps only pictures of pages: use one with text");
    }
    double bodySize = PdfParagraphs.bodySize(lines);
    List<PdfOutline.Bookmark> bookmarks = PdfOutline.read(document);
    Set<Integer> starts =
        bookmarks.stream().map(PdfOutline.Bookmark::page).collect(Collectors.toSet());
    PdfParagraphs.Result text =
        PdfParagraphs.of(PdfFurniture.remove(lines, bodySize), bodySize, starts);
    Metadata metadata = metadata(document);
    String fallback = metadata.title().isEmpty() ? BookReader.baseName(file) : metadata.title();
    List<ChapterMark> outline = PdfOutline.marks(bookmarks, text);
    List<ChapterMark> marks = outline.size() > 1 ? outline : Chapters.headingMarks(text.pieces());
    return BookReader.book(
        metadata, Optional.empty(), Chapters.byMarks(text.pieces(), marks, fallback), file);
  }

  private static Metadata metadata(PDDocument document) {
    PDDocumentInformation information = document.getDocumentInformation();
    String created =
        information.getCreationDate() == null
            ? ""
            : String.valueOf(information.getCreationDate().toInstant()).substring(0, 4);
    return new Metadata(
        Tidy.line(Optional.ofNullable(information.getTitle()).orElse("")),
        Tidy.line(Optional.ofNullable(information.getAuthor()).orElse("")),
        Optional.ofNullable(document.getDocumentCatalog().getLanguage()).orElse(""),
        created,
        Tidy.line(Optional.ofNullable(information.getSubject()).orElse("")));
  }
}
