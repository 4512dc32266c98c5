package myna.narration.read;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import myna.narration.book.Metadata;
import myna.narration.book.NarrationException;
import myna.narration.book.NarrationException.Reason;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/**
 * The package document of an EPUB (EPUB 2.0.1 OPF and EPUB 3.3): what it holds, in which order.
 *
 * @param metadata of the book
 * @param items of the manifest by id, in the manifest's order
 * @param spine paths of the pages, in reading order
 * @param coverPath of the cover picture, or ""
 * @param guide the kind of a page, such as "copyright-page", by its path
 */
record EpubPackage(
    Metadata metadata,
    Map<String, Item> items,
    List<String> spine,
    String coverPath,
    Map<String, String> guide) {
  /**
   * A file of the book.
   *
   * @param path in the archive
   * @param mediaType as the manifest has it, in lower case
   * @param properties such as "nav", apart by spaces
   * @param fallback id of the item for readers that do not know the media type, or ""
   */
  record Item(String path, String mediaType, String properties, String fallback) {
    private static final Set<String> TEXTS =
        Set.of(
            "image/svg+xml",
            "application/x-dtbook+xml",
            "text/x-oeb1-document",
            "application/xml",
            "text/xml",
            "");

    /** Whether it may hold text to speak: pages, drawings, and the page formats of EPUB 2. */
    boolean isReadable() {
      return isPage() || TEXTS.contains(mediaType);
    }

    boolean isPage() {
      return mediaType.contains("html") || path.matches("(?i).*\\.x?html?");
    }

    boolean is(String property) {
      return List.of(properties.split("\\s+", -1)).contains(property);
    }
  }

  /** Finds and reads the package document. */
  static EpubPackage read(BoundedZip zip) throws NarrationException {
    String path = packagePath(zip);
    Document document = Markup.xml(zip.read(path));
    Map<String, Item> items = items(document, path);
    return new EpubPackage(
        metadata(document),
        items,
        spine(document, items, zip),
        cover(document, items),
        guide(document, path));
  }

  private static String packagePath(BoundedZip zip) throws NarrationException {
    Optional<byte[]> container = zip.find("META-INF/container.xml");
    if (container.isPresent()) {
      for (Element root : Markup.all(Markup.xml(container.get()), "rootfile")) {
        String path = BoundedZip.normalize(Hrefs.decode(root.attr("full-path")));
        if (zip.has(path)) {
          return path;
        }
      }
    }
    return zip.names().stream()
        .filter(name -> name.endsWith(".opf"))
        .findFirst()
        .orElseThrow(
            () -> new NarrationException(Reason.MALFORMED, "the EPUB says nowhere what it holds"));
  }

  private static Map<String, Item> items(Document document, String path) {
    Map<String, Item> items = new LinkedHashMap<>();
    for (Element item : Markup.all(document, "item")) {
      String href = BoundedZip.resolve(path, Hrefs.decode(Hrefs.file(item.attr("href"))));
      items.putIfAbsent(
          item.id(),
          new Item(
              href,
              item.attr("media-type").toLowerCase(Locale.ROOT),
              item.attr("properties"),
              item.attr("fallback")));
    }
    return items;
  }

  /**
   * The pages of the spine, of other resources their fallbacks; where the spine is missing or leads
   * nowhere, the pages of the manifest or the archive.
   */
  private static List<String> spine(Document document, Map<String, Item> items, BoundedZip zip) {
    List<Item> listed =
        Markup.all(document, "itemref").stream()
            .filter(reference -> !reference.attr("linear").equals("no"))
            .map(reference -> items.get(reference.attr("idref")))
            .filter(item -> item != null && zip.has(item.path()))
            .toList();
    List<String> spine = new ArrayList<>();
    for (Item item : listed) {
      readable(item, items, zip).ifPresent(page -> spine.add(page.path()));
    }
    return listed.isEmpty() ? pages(items, zip) : spine.stream().distinct().toList();
  }

  /** The item itself, or the first of its chain of fallbacks (EPUB 3.3, 3.5.1) that holds text. */
  private static Optional<Item> readable(Item first, Map<String, Item> items, BoundedZip zip) {
    Set<Item> seen = new HashSet<>();
    for (Item item = first; item != null && seen.add(item); item = items.get(item.fallback())) {
      if (item.isReadable() && zip.has(item.path())) {
        return Optional.of(item);
      }
    }
    return Optional.empty();
  }

  private static List<String> pages(Map<String, Item> items, BoundedZip zip) {
    List<String> pages =
        items.values().stream()
            .filter(item -> item.isPage() && !item.is("nav") && zip.has(item.path()))
            .map(Item::path)
            .distinct()
            .toList();
    return pages.isEmpty()
        ? zip.names().stream().filter(name -> name.matches("(?i).*\\.x?html?")).toList()
        : pages;
  }

  /** EPUB 3 marks the picture itself, EPUB 2 names its id in a meta element. */
  private static String cover(Document document, Map<String, Item> items) {
    Optional<Item> marked =
        items.values().stream().filter(item -> item.is("cover-image")).findFirst();
    if (marked.isPresent()) {
      return marked.get().path();
    }
    for (Element meta : Markup.all(document, "meta")) {
      Item item = items.get(meta.attr("content"));
      if (meta.attr("name").equals("cover") && item != null) {
        return item.path();
      }
    }
    return items.entrySet().stream()
        .filter(entry -> entry.getValue().mediaType().startsWith("image/"))
        .filter(entry -> (entry.getKey() + entry.getValue().path()).matches("(?i).*cover.*"))
        .map(entry -> entry.getValue().path())
        .findFirst()
        .orElse("");
  }

  private static Map<String, String> guide(Document document, String path) {
    Map<String, String> kinds = new LinkedHashMap<>();
    for (Element reference : Markup.all(document, "reference")) {
      String target = BoundedZip.resolve(path, Hrefs.decode(Hrefs.file(reference.attr("href"))));
      kinds.putIfAbsent(target, reference.attr("type"));
    }
    return kinds;
  }

  private static Metadata metadata(Document document) {
    String authors =
        Markup.all(document, "creator").stream()
            .filter(EpubPackage::isAuthor)
            .map(element -> Tidy.line(element.text()))
            .filter(name -> !name.isEmpty())
            .distinct()
            .collect(Collectors.joining(", "));
    return new Metadata(
        Markup.text(document, "title"),
        authors,
        Markup.text(document, "language"),
        year(document),
        Jsoup.parse(Markup.text(document, "description")).text());
  }

  private static boolean isAuthor(Element creator) {
    String role =
        creator.attributes().asList().stream()
            .filter(attribute -> attribute.getKey().endsWith("role"))
            .map(attribute -> attribute.getValue())
            .findFirst()
            .orElse("aut");
    return role.equals("aut");
  }

  /** The first date that is said to be the publication's, otherwise the first date. */
  private static String year(Document document) {
    List<Element> dates = Markup.all(document, "date");
    return dates.stream()
        .sorted((a, b) -> Boolean.compare(isModification(a), isModification(b)))
        .map(date -> Tidy.year(date.text()))
        .filter(year -> !year.isEmpty())
        .findFirst()
        .orElse("");
  }

  private static boolean isModification(Element date) {
    return date.attributes().asList().stream()
        .anyMatch(a -> a.getKey().endsWith("event") && a.getValue().contains("modification"));
  }
}
