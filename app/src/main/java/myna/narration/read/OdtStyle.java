package myna.narration.read;

import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import myna.narration.read.FormHeadings.Form;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/**
 * A style of an OpenDocument text.
 *
 * @param form of paragraphs
 * @param raised whether letters stand above the line
 * @param isTitle whether it is, or comes from, the style of a document's title
 */
record OdtStyle(Form form, boolean raised, boolean isTitle) {
  /** What a style is where none is named. */
  static final OdtStyle PLAIN = new OdtStyle(Form.PLAIN, false, false);

  private static final Pattern SIZE = Pattern.compile("(\\d{1,3}(?:\\.\\d{1,3})?)pt");

  /** Learns the styles of a document; parents stand before their children. */
  static void learn(Document document, Map<String, OdtStyle> styles) {
    for (Element style : Markup.all(document, "style")) {
      OdtStyle parent = styles.getOrDefault(style.attr("style:parent-style-name"), PLAIN);
      styles.put(style.attr("style:name"), of(style, parent));
    }
  }

  private static OdtStyle of(Element style, OdtStyle parent) {
    Form form = parent.form;
    Matcher size = SIZE.matcher(value(style, "fo:font-size").orElse(""));
    Form own =
        new Form(
            size.matches() ? Double.parseDouble(size.group(1)) : form.size(),
            value(style, "fo:font-weight").map("bold"::equals).orElse(form.bold()),
            value(style, "fo:text-align").map("center"::equals).orElse(form.centred()),
            value(style, "fo:break-before").map("page"::equals).orElse(form.onTop()));
    String position = value(style, "style:text-position").orElse("");
    boolean raised = position.matches("super.*|[1-9]\\d*%.*");
    boolean title = parent.isTitle || style.attr("style:name").equals("Title");
    return new OdtStyle(own, raised, title);
  }

  private static Optional<String> value(Element style, String attribute) {
    return style.stream()
        .filter(element -> element.hasAttr(attribute))
        .map(element -> element.attr(attribute))
        .findFirst();
  }
}
