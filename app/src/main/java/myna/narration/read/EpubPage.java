package myna.narration.read;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;

/**
 * What a page of an EPUB holds to read: the body of a web page, or the words of SVG drawings where
 * there are no others.
 */
final class EpubPage {
  private static final int HEAD = 2048;
  private static final Set<String> TEXTS = Set.of("title", "desc", "text");

  private EpubPage() {}

  /** The body of a page; an empty one where the manifest calls a page what is no text at all. */
  static Element body(byte[] bytes) {
    if (Encodings.isBinary(bytes)) {
      return Document.createShell("").body();
    }
    int length = Math.min(bytes.length, HEAD);
    String head = new String(bytes, 0, length, StandardCharsets.ISO_8859_1).replace("\0", "");
    if (head.contains("<svg") || head.contains(":svg")) {
      Document document = Markup.xml(bytes);
      Optional<Element> root = document.children().stream().findFirst();
      if (root.isPresent() && Markup.localName(root.get()).equals("svg")) {
        return drawing(root.get());
      }
    }
    Document page = Markup.page(bytes);
    Element body = Markup.first(page, "body").orElse(page);
    return drawn(body).orElse(body);
  }

  /** The words of a page that is all drawings, as those of fixed layouts are. */
  private static Optional<Element> drawn(Element body) {
    List<Element> drawings = Markup.all(body, "svg").stream().filter(EpubPage::isWritten).toList();
    if (drawings.isEmpty()) {
      return Optional.empty();
    }
    Element rest = body.clone();
    Markup.all(rest, "svg").forEach(Element::remove);
    if (rest.hasText()) {
      return Optional.empty();
    }
    Element words = Document.createShell("").body();
    drawings.forEach(svg -> words.appendChildren(drawing(svg).children()));
    return words.hasText() ? Optional.of(words) : Optional.empty();
  }

  /** Whether it shows words, and is no part of another. */
  private static boolean isWritten(Element svg) {
    return svg.parents().stream().noneMatch(each -> Markup.localName(each).equals("svg"))
        && Markup.all(svg, "text").stream().anyMatch(Element::hasText);
  }

  /** Title, descriptions and lines of text; the drawing's title is a heading of what follows it. */
  private static Element drawing(Element svg) {
    Markup.all(svg, "defs").forEach(Element::remove);
    Markup.all(svg, "symbol").forEach(Element::remove);
    List<Element> texts =
        svg.stream().filter(element -> TEXTS.contains(Markup.localName(element))).toList();
    Element body = Document.createShell("").body();
    for (Element text : texts) {
      boolean heads =
          text.equals(texts.getFirst())
              && texts.size() > 1
              && svg.children().contains(text)
              && Markup.localName(text).equals("title");
      body.appendElement(heads ? "h1" : "p").text(words(text));
    }
    return body;
  }

  /** A part with a place of its own is a line of its own, though no space stands before it. */
  private static String words(Element text) {
    StringBuilder words = new StringBuilder();
    for (Node node : text.nodeStream().toList()) {
      if (node instanceof TextNode part) {
        words.append(part.getWholeText());
      } else if (node.hasAttr("x") || node.hasAttr("y")) {
        words.append(' ');
      }
    }
    return Tidy.line(words);
  }
}
