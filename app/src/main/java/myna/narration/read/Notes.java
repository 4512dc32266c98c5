package myna.narration.read;

import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;

/**
 * The footnotes of a book: which links refer to one, and which elements are one. Filled page by
 * page, before any page is read.
 */
final class Notes {
  private static final Pattern MARK =
      Pattern.compile("[\\[(]?\\s*(\\d{1,4}|[*†‡§¶‖]{1,4}|[a-z]|[ivxlc]{1,6})\\s*[\\])]?\\.?");
  private static final Pattern NOTE_CLASS =
      Pattern.compile("(?i).*(note|\\bfn|fnref|anchor|noteref).*");
  private static final Set<String> NOTE_TYPES =
      Set.of("footnote", "endnote", "rearnote", "footnotes", "endnotes", "rearnotes");
  private static final Set<String> HOLDERS =
      Set.of("li", "p", "div", "aside", "dd", "td", "section");

  private final Set<String> targets = new HashSet<>();
  private final Map<String, String> texts = new HashMap<>();

  /** Learns the references of a page of the archive, or of the only page "". */
  void learnReferences(String page, Element body) {
    for (Element link : body.select("a[href]")) {
      if (isReference(link) && !startsBlock(link)) {
        targets.add(target(page, link));
      }
    }
  }

  /** Learns what the notes of a page say; to be called once all references are known. */
  void learnTexts(String page, Element body) {
    targetElements(page, body)
        .forEach(
            (target, element) -> {
              Element copy = holder(element).clone();
              copy.select("a[href]").removeIf(Notes::leadsBack);
              texts.putIfAbsent(target, Tidy.line(copy.text()));
            });
  }

  /** The elements of a page that are notes. */
  Set<Element> elements(String page, Element body) {
    Set<Element> found = new HashSet<>();
    targetElements(page, body).values().forEach(element -> found.add(holder(element)));
    body.stream()
        .filter(element -> Markup.types(element).stream().anyMatch(NOTE_TYPES::contains))
        .forEach(found::add);
    return found;
  }

  private Map<String, Element> targetElements(String page, Element body) {
    Map<String, Element> found = new LinkedHashMap<>();
    for (Element element : body.select("[id], a[name]")) {
      String id = element.id().isEmpty() ? element.attr("name") : element.id();
      if (targets.contains(page + "#" + id)) {
        found.putIfAbsent(page + "#" + id, element);
      }
    }
    return found;
  }

  private static boolean leadsBack(Element link) {
    boolean back = Markup.types(link).contains("backlink") || isReference(link);
    if (back || Tidy.isOrnament(Tidy.line(link.text()))) {
      link.remove();
      return true;
    }
    return false;
  }

  /** Whether a link is the mark of a note, and not words of the text. */
  static boolean isReference(Element link) {
    if (Markup.types(link).contains("noteref")) {
      return true;
    }
    String text = Tidy.line(link.text());
    return link.attr("href").contains("#")
        && MARK.matcher(text).matches()
        && looksRaised(link, text);
  }

  private static boolean looksRaised(Element link, String text) {
    return link.closest("sup") != null
        || link.selectFirst("sup") != null
        || text.startsWith("[")
        || "*†‡§¶‖".indexOf(text.charAt(0)) >= 0
        || NOTE_CLASS.matcher(link.className() + " " + link.id()).matches();
  }

  /** The note that a link of a page refers to, as {@code page#id}. */
  static String target(String page, Element link) {
    String href = link.attr("href");
    int hash = href.indexOf('#');
    if (hash < 0) {
      return href;
    }
    String file =
        hash == 0 ? page : BoundedZip.resolve(page, Hrefs.decode(href.substring(0, hash)));
    return file + "#" + href.substring(hash + 1);
  }

  /** What the note of a target says, if the book holds it. */
  Optional<String> text(String target) {
    return Optional.ofNullable(texts.get(target)).filter(text -> !text.isEmpty());
  }

  /** The number that a note itself begins with, which often leads back to its reference. */
  private static boolean startsBlock(Element link) {
    Element block = holder(link);
    for (Node at = link; at != null && !at.equals(block); at = at.parent()) {
      for (Node before = at.previousSibling(); before != null; before = before.previousSibling()) {
        if (hasText(before)) {
          return false;
        }
      }
    }
    return true;
  }

  private static boolean hasText(Node node) {
    return switch (node) {
      case TextNode text -> !text.isBlank();
      case Element element -> element.hasText();
      default -> false;
    };
  }

  private static Element holder(Element element) {
    for (Element at = element; at != null; at = at.parent()) {
      String name = Markup.localName(at);
      if (List.of("body", "section").contains(name)) {
        return element;
      }
      if (HOLDERS.contains(name)) {
        return at;
      }
    }
    return element;
  }
}
