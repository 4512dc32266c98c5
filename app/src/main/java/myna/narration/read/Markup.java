package myna.narration.read;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.parser.ParseSettings;
import org.jsoup.parser.Parser;

/**
 * Parses HTML, XHTML and the small XML files of an EPUB. The parser knows no document types,
 * fetches nothing and does not recurse.
 */
final class Markup {
  private static final int HEAD = 2048;

  private Markup() {}

  /** Parses XML; names are in lower case. */
  static Document xml(byte[] bytes) {
    return parse(bytes, Parser.xmlParser().settings(ParseSettings.htmlDefault));
  }

  /**
   * Parses a page: as XML where it says that it is XHTML, since only XML closes elements such as
   * {@code <a id="x"/>}, otherwise as HTML.
   */
  static Document page(byte[] bytes) {
    int length = Math.min(bytes.length, HEAD);
    String head = new String(bytes, 0, length, StandardCharsets.ISO_8859_1).replace("\0", "");
    if (head.contains("<?xml") || head.contains("http://www.w3.org/1999/xhtml")) {
      Document document = xml(bytes);
      if (document.selectFirst("body") != null) {
        return document;
      }
    }
    return parse(bytes, Parser.htmlParser());
  }

  private static Document parse(byte[] bytes, Parser parser) {
    try {
      return Jsoup.parse(new ByteArrayInputStream(bytes), null, "", parser);
    } catch (IOException e) {
      // Only an unknown encoding can get here: nothing is read from outside the array.
      throw new UncheckedIOException(e);
    }
  }

  /** An element's name without its namespace prefix. */
  static String localName(Element element) {
    String name = element.normalName();
    return name.substring(name.indexOf(':') + 1).toLowerCase(Locale.ROOT);
  }

  /** All elements of a local name below {@code root}, in document order. */
  static List<Element> all(Element root, String localName) {
    return root.stream().filter(element -> localName(element).equals(localName)).toList();
  }

  /** The first element of a local name below {@code root}. */
  static Optional<Element> first(Element root, String localName) {
    return root.stream().filter(element -> localName(element).equals(localName)).findFirst();
  }

  /** What stands in the first element of a local name below {@code root}, on one line. */
  static String text(Element root, String localName) {
    return first(root, localName).map(element -> Tidy.line(element.text())).orElse("");
  }

  /** The words of an element's epub:type and role. */
  static List<String> types(Element element) {
    String words = element.attr("epub:type") + " " + element.attr("role");
    return List.of(words.toLowerCase(Locale.ROOT).replace("doc-", "").strip().split("\\s+", -1));
  }
}
