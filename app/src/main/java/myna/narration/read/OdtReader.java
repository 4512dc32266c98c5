package myna.narration.read;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import myna.jobs.Cancellation;
import myna.narration.book.Book;
import myna.narration.book.Metadata;
import myna.narration.book.NarrationException;
import myna.narration.book.NarrationException.Reason;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.TextNode;

/** Reads texts of OpenDocument (ODT, ISO/IEC 26300) by way of HTML. */
final class OdtReader implements BookReader {
  /** What the archive says that it is. */
  static final String MEDIA_TYPE = "application/vnd.oasis.opendocument.text";

  private static final Set<String> SILENT =
      Set.of(
          "tracked-changes",
          "annotation",
          "annotation-end",
          "table-of-content",
          "alphabetical-index",
          "illustration-index",
          "table-index",
          "object-index",
          "user-index",
          "bibliography",
          "sequence-decls",
          "variable-decls",
          "user-field-decls",
          "forms",
          "frame",
          "custom-shape",
          "ruby-text",
          "page-number",
          "page-count",
          "hidden-text",
          "hidden-paragraph");

  private static final Map<String, String> HTML =
      Map.of(
          "p", "p",
          "list", "ul",
          "list-item", "li",
          "list-header", "li",
          "table", "table",
          "table-row", "tr",
          "table-cell", "td",
          "line-break", "br",
          "section", "div");

  @Override
  public Book read(Path file, ImportOptions options, Cancellation cancellation)
      throws IOException, NarrationException {
    try (BoundedZip zip = BoundedZip.open(file)) {
      refuseProtected(zip, file);
      Document content = Markup.xml(zip.read("content.xml"));
      Map<String, OdtStyle> styles = new HashMap<>();
      Optional<byte[]> shared = zip.find("styles.xml");
      if (shared.isPresent()) {
        OdtStyle.learn(Markup.xml(shared.get()), styles);
      }
      OdtStyle.learn(content, styles);
      cancellation.check();
      Element text =
          Markup.first(content, "body")
              .flatMap(body -> Markup.first(body, "text"))
              .orElseThrow(
                  () -> new NarrationException(Reason.MALFORMED, file + " holds no text document"));
      Document page = Document.createShell("");
      page.body().appendChild(text);
      convert(page, styles);
      return HtmlReader.read(page, metadata(zip), options, file);
    }
  }

  private static void refuseProtected(BoundedZip zip, Path file) throws NarrationException {
    Optional<byte[]> manifest = zip.find("META-INF/manifest.xml");
    if (manifest.isPresent()
        && Markup.first(Markup.xml(manifest.get()), "encryption-data").isPresent()) {
      throw new NarrationException(
          Reason.PROTECTED, file + " is protected by a password: Myna reads only open files");
    }
  }

  private static void convert(Document page, Map<String, OdtStyle> styles) {
    Element body = page.body();
    List<Element> notes = new ArrayList<>();
    for (Element element : List.copyOf(body.getAllElements())) {
      String name = Markup.localName(element);
      if (SILENT.contains(name)) {
        element.remove();
      } else if (name.equals("note")) {
        notes.add(note(element, notes.size()));
      } else {
        convert(element, name, styles);
      }
    }
    FormedPage.markHeadings(body);
    notes.forEach(body::appendChild);
  }

  private static void convert(Element element, String name, Map<String, OdtStyle> styles) {
    OdtStyle style = styles.getOrDefault(element.attr("text:style-name"), OdtStyle.PLAIN);
    switch (name) {
      case "h" -> {
        String level = element.attr("text:outline-level");
        element.tagName("h" + (level.matches("[1-6]") ? level : level.isEmpty() ? "1" : "6"));
      }
      case "s", "tab" -> element.replaceWith(new TextNode(" "));
      case "span" -> element.tagName(style.raised() ? "sup" : "span");
      default -> {
        element.tagName(HTML.getOrDefault(name, name.equals("text") ? "div" : "span"));
        if (name.equals("p")) {
          paragraph(element, style);
        }
      }
    }
  }

  /** Paragraphs of a cell are one text, as in a table that is read row by row. */
  private static void paragraph(Element element, OdtStyle style) {
    if (element.closest("td") != null) {
      element.tagName("span").appendText(" ");
    } else if (style.isTitle()) {
      element.tagName("h1");
    } else {
      FormedPage.setForm(element, style.form());
    }
  }

  /** Leaves a mark where a note was, and gives the note. */
  private static Element note(Element note, int number) {
    String id = "note" + number;
    Element aside = new Element("aside").attr("epub:type", "footnote").id(id);
    for (Element body : Markup.all(note, "note-body")) {
      Markup.all(body, "p").forEach(p -> aside.appendElement("p").text(p.text()));
    }
    Element mark = new Element("a").attr("href", "#" + id).attr("epub:type", "noteref");
    note.replaceWith(mark.text(Integer.toString(number + 1)));
    return aside;
  }

  private static Metadata metadata(BoundedZip zip) throws NarrationException {
    Optional<byte[]> meta = zip.find("meta.xml");
    if (meta.isEmpty()) {
      return Metadata.UNKNOWN;
    }
    Document document = Markup.xml(meta.get());
    String author = Markup.text(document, "initial-creator");
    String created = Markup.text(document, "creation-date");
    return new Metadata(
        Markup.text(document, "title"),
        author.isEmpty() ? Markup.text(document, "creator") : author,
        Markup.text(document, "language"),
        Tidy.year(created.isEmpty() ? Markup.text(document, "date") : created),
        Markup.text(document, "description"));
  }
}
