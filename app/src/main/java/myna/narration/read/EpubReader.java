package myna.narration.read;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import myna.jobs.Cancellation;
import myna.narration.book.Book;
import myna.narration.book.Chapter;
import myna.narration.book.Cover;
import myna.narration.book.NarrationException;
import myna.narration.book.NarrationException.Reason;
import myna.narration.book.Section;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/** Reads EPUB 2 and 3: the pages in the order of the spine, chapters by the table of contents. */
final class EpubReader implements BookReader {
  private static final Set<String> FONT_SCRAMBLING =
      Set.of("http://www.idpf.org/2008/embedding", "http://ns.adobe.com/pdf/enc#RC");

  @Override
  public Book read(Path file, ImportOptions options, Cancellation cancellation)
      throws IOException, NarrationException {
    try (BoundedZip zip = BoundedZip.open(file)) {
      refuseProtected(zip, file);
      EpubPackage epub = EpubPackage.read(zip);
      Reading reading = new Reading(zip, epub, options, cancellation);
      List<Chapter> chapters = reading.chapters();
      Optional<Cover> cover = zip.find(epub.coverPath()).flatMap(Cover::of);
      return BookReader.book(epub.metadata(), cover, chapters, file)
          .withPronunciations(reading.pronunciations.entries());
    }
  }

  /** Scrambled fonts are no obstacle; any other encryption is. */
  private static void refuseProtected(BoundedZip zip, Path file) throws NarrationException {
    boolean protectedBook = zip.has("META-INF/rights.xml") || zip.has("META-INF/sinf.xml");
    Optional<byte[]> encryption = zip.find("META-INF/encryption.xml");
    if (encryption.isPresent()) {
      protectedBook |=
          Markup.all(Markup.xml(encryption.get()), "encrypteddata").stream()
              .flatMap(data -> Markup.first(data, "encryptionmethod").stream())
              .anyMatch(method -> !FONT_SCRAMBLING.contains(method.attr("algorithm")));
    }
    if (protectedBook) {
      throw new NarrationException(
          Reason.PROTECTED,
          file + " is protected against copying (DRM): Myna reads only open files");
    }
  }

  /** One reading of one book. */
  private static final class Reading {
    private final BoundedZip zip;
    private final EpubPackage epub;
    private final ImportOptions options;
    private final Cancellation cancellation;
    private final Notes notes = new Notes();
    private final Pronunciations pronunciations = new Pronunciations();
    private final Set<String> lexicons = new HashSet<>();
    private final List<Piece> pieces = new ArrayList<>();
    private final Map<String, Integer> starts = new HashMap<>();
    private final Map<String, Integer> anchors = new HashMap<>();

    Reading(BoundedZip zip, EpubPackage epub, ImportOptions options, Cancellation cancellation) {
      this.zip = zip;
      this.epub = epub;
      this.options = options;
      this.cancellation = cancellation;
    }

    List<Chapter> chapters() throws NarrationException {
      for (String path : epub.spine()) {
        notes.learnReferences(path, body(path));
      }
      if (options.footnotes()) {
        for (String path : pages()) {
          notes.learnTexts(path, body(path));
        }
      }
      for (String path : epub.spine()) {
        readPage(path);
      }
      List<ChapterMark> marks =
          new EpubMarks(pieces, starts, anchors).find(EpubContents.read(zip, epub));
      return Chapters.byMarks(pieces, marks, "Opening");
    }

    /** All pages, since notes often lie on one that is not in the spine's linear order. */
    private Set<String> pages() {
      Set<String> pages = new HashSet<>(epub.spine());
      epub.items().values().stream()
          .filter(item -> item.isPage() && zip.has(item.path()))
          .forEach(item -> pages.add(item.path()));
      return pages;
    }

    private Element body(String path) throws NarrationException {
      cancellation.check();
      return EpubPage.body(zip.read(path));
    }

    private void readPage(String path) throws NarrationException {
      Element body = body(path);
      HiddenRules hidden =
          new HiddenRules(body.ownerDocument(), styles(body.ownerDocument(), path));
      learnLexicons(body.ownerDocument(), path);
      int start = pieces.size();
      starts.put(path, start);
      var context = new HtmlPieces.PageContext(path, hidden, notes, options.footnotes());
      Optional<Section> kind = HtmlRules.section(epub.guide().getOrDefault(path, ""));
      for (Piece piece : HtmlPieces.read(body, context)) {
        piece.anchors().forEach(anchor -> anchors.putIfAbsent(path + "#" + anchor, pieces.size()));
        pieces.add(
            new Piece(piece.block(), piece.level(), Set.of(), piece.section().or(() -> kind)));
      }
    }

    /** What one page says of its words holds for the whole book. */
    private void learnLexicons(Document page, String path) throws NarrationException {
      for (Element link : Markup.all(page, "link")) {
        String target = BoundedZip.resolve(path, Hrefs.decode(link.attr("href")));
        if (isLexicon(link) && lexicons.add(target)) {
          zip.find(target).ifPresent(pronunciations::learn);
        }
      }
    }

    private static boolean isLexicon(Element link) {
      String type = link.attr("type");
      return link.attr("rel").contains("pronunciation")
          && (type.isEmpty() || type.equals(Pronunciations.MEDIA_TYPE))
          && Pronunciations.isEnglish(link.attr("hreflang"));
    }

    private String styles(Document page, String path) throws NarrationException {
      StringBuilder css = new StringBuilder();
      for (Element link : Markup.all(page, "link")) {
        if (link.attr("rel").contains("stylesheet")) {
          String target = BoundedZip.resolve(path, Hrefs.decode(link.attr("href")));
          zip.find(target)
              .ifPresent(bytes -> css.append(new String(bytes, StandardCharsets.UTF_8)));
        }
      }
      return css.toString();
    }
  }
}
