package myna.narration.read;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import myna.narration.book.NarrationException;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/** The table of contents of an EPUB: its navigation document, or the NCX of EPUB 2. */
final class EpubContents {
  private EpubContents() {}

  /**
   * An entry.
   *
   * @param path of the page
   * @param fragment within it, or ""
   * @param depth 1 for the outermost
   * @param title as a reader sees it
   */
  record Entry(String path, String fragment, int depth, String title) {}

  /** The entries in their order; none where the book has no table of contents. */
  static List<Entry> read(BoundedZip zip, EpubPackage epub) throws NarrationException {
    List<Entry> entries = new ArrayList<>();
    Optional<EpubPackage.Item> nav =
        epub.items().values().stream()
            .filter(item -> item.is("nav") && zip.has(item.path()))
            .findFirst();
    if (nav.isPresent()) {
      entries.addAll(navigation(Markup.page(zip.read(nav.get().path())), nav.get().path()));
    }
    Optional<EpubPackage.Item> ncx =
        epub.items().values().stream()
            .filter(item -> item.mediaType().contains("dtbncx") || item.path().endsWith(".ncx"))
            .filter(item -> zip.has(item.path()))
            .findFirst();
    if (entries.isEmpty() && ncx.isPresent()) {
      entries.addAll(ncx(Markup.xml(zip.read(ncx.get().path())), ncx.get().path()));
    }
    return entries;
  }

  private static List<Entry> navigation(Document page, String path) {
    Optional<Element> toc =
        Markup.all(page, "nav").stream()
            .filter(nav -> Markup.types(nav).contains("toc"))
            .findFirst();
    Optional<Element> root = toc.or(() -> Markup.first(page, "nav"));
    List<Entry> entries = new ArrayList<>();
    for (Element link : root.map(nav -> Markup.all(nav, "a")).orElse(List.of())) {
      add(entries, path, link.attr("href"), depth(link, "ol", root.get()), link.text());
    }
    return entries;
  }

  private static List<Entry> ncx(Document ncx, String path) {
    List<Entry> entries = new ArrayList<>();
    for (Element point : Markup.all(ncx, "navpoint")) {
      Optional<Element> label = children(point, "navlabel");
      Optional<Element> content = children(point, "content");
      if (label.isPresent() && content.isPresent()) {
        int depth = depth(point, "navpoint", ncx) + 1;
        add(entries, path, content.get().attr("src"), depth, label.get().text());
      }
    }
    return entries;
  }

  private static Optional<Element> children(Element parent, String name) {
    return parent.children().stream()
        .filter(child -> Markup.localName(child).equals(name))
        .findFirst();
  }

  private static int depth(Element element, String name, Element root) {
    int depth = 0;
    for (Element at = element.parent(); at != null && !at.equals(root.parent()); at = at.parent()) {
      depth += Markup.localName(at).equals(name) ? 1 : 0;
    }
    return depth;
  }

  private static void add(List<Entry> entries, String base, String href, int depth, String title) {
    String line = Tidy.unpadded(Tidy.line(title));
    if (!href.isBlank() && !line.isEmpty() && !href.contains("://")) {
      String path = BoundedZip.resolve(base, Hrefs.decode(Hrefs.file(href)));
      entries.add(new Entry(path, Hrefs.fragment(href), Math.max(1, depth), line));
    }
  }
}
