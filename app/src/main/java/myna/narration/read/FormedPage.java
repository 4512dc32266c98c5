package myna.narration.read;

import java.util.ArrayList;
import java.util.List;
import myna.narration.read.FormHeadings.Form;
import org.jsoup.nodes.Element;

/** Paragraphs of a page that was made of a text document, with the form that they have there. */
final class FormedPage {
  private static final String FORM = "/form"; // no attribute of a file can be called so

  private FormedPage() {}

  static void setForm(Element paragraph, Form form) {
    paragraph.attributes().userData(FORM, form);
  }

  /** Makes headings of the paragraphs that look so, where the document has none. */
  static void markHeadings(Element body) {
    List<Element> elements = new ArrayList<>();
    List<FormHeadings.Paragraph> paragraphs = new ArrayList<>();
    for (Element element : body.select("p, h1, h2, h3, h4, h5, h6")) {
      String text = Tidy.line(element.text());
      if (!text.isEmpty() && element.closest("table, li") == null) {
        elements.add(element);
        int level = HtmlRules.headingLevel(element, element.normalName());
        Form form = element.attributes().userData(FORM) instanceof Form set ? set : Form.PLAIN;
        paragraphs.add(new FormHeadings.Paragraph(text, level, form));
      }
    }
    List<Integer> levels = FormHeadings.levels(paragraphs);
    for (int i = 0; i < elements.size(); i++) {
      if (levels.get(i) > 0) {
        elements.get(i).tagName("h" + levels.get(i));
      }
    }
  }
}
