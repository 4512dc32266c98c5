package myna.narration.read;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import myna.narration.book.Section;
import org.jsoup.nodes.Element;

/** What an element of a page means to a narrator, judged by itself. */
final class HtmlRules {
  private static final Set<String> SILENT =
      Set.of(
          "script",
          "style",
          "head",
          "title",
          "template",
          "noscript",
          "iframe",
          "object",
          "embed",
          "audio",
          "video",
          "canvas",
          "form",
          "button",
          "select",
          "textarea",
          "input",
          "nav",
          "map",
          "rt",
          "rp",
          "rtc",
          "svg",
          "del",
          "colgroup",
          "datalist",
          "dialog");

  private static final Set<String> BLOCKS =
      Set.of(
          "p",
          "div",
          "section",
          "article",
          "main",
          "body",
          "header",
          "footer",
          "aside",
          "blockquote",
          "ul",
          "ol",
          "li",
          "dl",
          "dt",
          "dd",
          "table",
          "caption",
          "thead",
          "tbody",
          "tfoot",
          "tr",
          "figure",
          "figcaption",
          "pre",
          "address",
          "center",
          "hgroup",
          "h1",
          "h2",
          "h3",
          "h4",
          "h5",
          "h6",
          "fieldset",
          "details",
          "summary",
          "menu",
          "hr");

  private static final Set<String> SILENT_TYPES =
      Set.of("pagebreak", "page-list", "backlink", "toc", "landmarks", "loi", "lot", "index");

  private static final Pattern PAGE_NUMBER_CLASS =
      Pattern.compile(
          "(?i)(^|.*[\\s_-])(page-?_?(num(ber)?|no|break)|pagenum|pageno|pb)s?($|[\\s_-].*)");

  private static final Pattern BOILERPLATE_ID =
      Pattern.compile("pg-(header|footer|machine-header)");
  private static final Pattern CODE_CLASS =
      Pattern.compile("(?i).*(highlight|sourcecode|codehilite|program-?listing).*");

  private static final Pattern TRANSCRIBER_CLASS =
      Pattern.compile("(?i)(^|.*\\s)(mynote|tnote|tn|trans-?note|transcriber.*)($|\\s.*)");

  private static final Pattern LINK_CLASS =
      Pattern.compile("(?i)(^|.*\\s)(links?|toc|nav|contents?)($|[\\s_-].*)");

  private HtmlRules() {}

  /** Whether nothing within the element is spoken. */
  static boolean isSilent(Element element, String name) {
    return SILENT.contains(name)
        || Markup.types(element).stream().anyMatch(SILENT_TYPES::contains)
        || PAGE_NUMBER_CLASS.matcher(element.className()).matches()
        || BOILERPLATE_ID.matcher(element.id()).matches()
        || TRANSCRIBER_CLASS.matcher(element.className()).matches()
        || isUnspokenText(element, name)
        || isLinks(element, name)
        || (name.equals("figcaption") && isPicture(element.parent()));
  }

  private static boolean isUnspokenText(Element element, String name) {
    if (!name.equals("pre")) {
      return false;
    }
    return element.selectFirst("> code") != null
        || GutenbergFrame.isFrame(element.wholeText())
        || CODE_CLASS.matcher(element.className()).matches();
  }

  /** A line of nothing but links that lead about the page says nothing; a linked title does. */
  private static boolean isLinks(Element element, String name) {
    if (!(name.equals("p") || name.equals("li")) || !element.hasText()) {
      return false;
    }
    int links = element.select("a[href^=#]").size();
    if (links == 0 || (links == 1 && !LINK_CLASS.matcher(element.className()).matches())) {
      return false;
    }
    Element rest = element.clone();
    rest.select("a[href]").remove();
    return !rest.hasText();
  }

  private static boolean isPicture(Element figure) {
    return figure != null && figure.selectFirst("img, svg, picture") != null;
  }

  static boolean isBlock(String name) {
    return BLOCKS.contains(name);
  }

  /** 1 to 6 for a heading, otherwise 0. */
  static int headingLevel(Element element, String name) {
    if (name.length() == 2
        && name.charAt(0) == 'h'
        && name.charAt(1) >= '1'
        && name.charAt(1) <= '6') {
      return name.charAt(1) - '0';
    }
    if (element.attr("role").equals("heading")) {
      String level = element.attr("aria-level");
      return level.matches("[1-6]") ? Integer.parseInt(level) : 2;
    }
    return 0;
  }

  /**
   * What a picture stands for: the letter at the start of a paragraph, or all of a heading that
   * holds nothing else; otherwise "".
   */
  static String pictureText(Element image, boolean inHeading) {
    String text = image.attr("alt").strip();
    if (inHeading) {
      Element heading = image.closest("h1, h2, h3, h4, h5, h6, [role=heading]");
      if (heading != null && !heading.hasText()) {
        return text + " ";
      }
    }
    return text.length() == 1 && Character.isLetter(text.charAt(0)) ? text : "";
  }

  /** What the file says an element belongs to. */
  static Optional<Section> section(Element element) {
    List<String> types = Markup.types(element);
    return types.stream().map(HtmlRules::section).flatMap(Optional::stream).findFirst();
  }

  /** The part of a book that a word of the EPUB structural semantics vocabulary means. */
  static Optional<Section> section(String type) {
    return switch (type.toLowerCase(Locale.ROOT)) {
      case "cover",
          "titlepage",
          "title-page",
          "halftitlepage",
          "halftitle",
          "copyright-page",
          "copyright",
          "imprint",
          "imprimatur",
          "dedication",
          "seriespage",
          "other-credits",
          "frontmatter" ->
          Optional.of(Section.FRONT_MATTER);
      case "toc", "landmarks", "page-list", "pagelist", "loi", "lot", "loa", "lov", "index" ->
          Optional.of(Section.NAVIGATION);
      case "footnotes",
          "endnotes",
          "rearnotes",
          "notes",
          "bibliography",
          "biblioentry",
          "colophon",
          "acknowledgments",
          "acknowledgements",
          "contributors",
          "errata",
          "backmatter" ->
          Optional.of(Section.BACK_MATTER);
      case "bodymatter",
          "chapter",
          "part",
          "volume",
          "division",
          "prologue",
          "epilogue",
          "preface",
          "foreword",
          "introduction",
          "preamble",
          "afterword",
          "conclusion",
          "appendix",
          "text" ->
          Optional.of(Section.BODY);
      default -> Optional.empty();
    };
  }
}
