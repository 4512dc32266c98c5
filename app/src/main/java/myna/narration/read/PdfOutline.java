package myna.narration.read;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.interactive.documentnavigation.outline.PDDocumentOutline;
import org.apache.pdfbox.pdmodel.interactive.documentnavigation.outline.PDOutlineItem;

/** The bookmarks of a PDF as chapter marks. */
final class PdfOutline {
  private static final int MOST_ITEMS = 2000;
  private static final int DEEPEST = 2;

  private PdfOutline() {}

  /** A bookmark on its way. */
  private record Visit(PDOutlineItem item, int depth) {}

  /**
   * A bookmark.
   *
   * @param page index of the page that it means
   * @param depth 1 for the outermost
   */
  record Bookmark(int page, int depth, String title) {}

  /** The bookmarks of a document down to the depth of chapters in parts; often none. */
  static List<Bookmark> read(PDDocument document) throws IOException {
    PDDocumentOutline outline = document.getDocumentCatalog().getDocumentOutline();
    List<Bookmark> bookmarks = new ArrayList<>();
    if (outline == null || outline.getFirstChild() == null) {
      return bookmarks;
    }
    Deque<Visit> open = new ArrayDeque<>(List.of(new Visit(outline.getFirstChild(), 1)));
    for (int seen = 0; !open.isEmpty() && seen < MOST_ITEMS; seen++) {
      Visit visit = open.pop();
      add(bookmarks, document, visit);
      if (visit.item().getNextSibling() != null) {
        open.push(new Visit(visit.item().getNextSibling(), visit.depth()));
      }
      if (visit.depth() < DEEPEST && visit.item().getFirstChild() != null) {
        open.push(new Visit(visit.item().getFirstChild(), visit.depth() + 1));
      }
    }
    return bookmarks;
  }

  private static void add(List<Bookmark> bookmarks, PDDocument document, Visit visit)
      throws IOException {
    PDPage page = visit.item().findDestinationPage(document);
    String title = Tidy.line(Optional.ofNullable(visit.item().getTitle()).orElse(""));
    int index = page == null ? -1 : document.getPages().indexOf(page);
    if (index >= 0 && !title.isEmpty()) {
      bookmarks.add(new Bookmark(index, visit.depth(), title));
    }
  }

  /** Marks at the pieces that the bookmarks mean. */
  static List<ChapterMark> marks(List<Bookmark> bookmarks, PdfParagraphs.Result text) {
    List<ChapterMark> marks = new ArrayList<>();
    for (Bookmark bookmark : bookmarks) {
      int piece = piece(text, bookmark.page(), bookmark.title());
      if (piece >= 0) {
        marks.add(new ChapterMark(piece, bookmark.depth(), bookmark.title()));
      }
    }
    return marks;
  }

  /** The heading on the page that says what the bookmark says, or the first piece from there on. */
  private static int piece(PdfParagraphs.Result text, int page, String title) {
    int first = -1;
    for (int i = 0; i < text.pieces().size() && text.pages().get(i) <= page; i++) {
      if (text.pages().get(i) == page) {
        first = first < 0 ? i : first;
        if (isSame(text.pieces().get(i).text(), title)) {
          return i;
        }
      }
    }
    return first;
  }

  private static boolean isSame(String heading, String title) {
    String a = letters(heading);
    String b = letters(title);
    return !a.isEmpty()
        && (a.equals(b) || b.endsWith(a) || (a.length() < 2 * b.length() && a.startsWith(b)));
  }

  private static String letters(String text) {
    return text.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]", "");
  }
}
