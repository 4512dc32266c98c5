package myna.narration.read;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import myna.narration.book.Metadata;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/** The page that an RTF file becomes, paragraph by paragraph. */
final class RtfPage {
  private final Document document = Document.createShell("");
  private final List<Element> notes = new ArrayList<>();
  private final Map<String, StringBuilder> info = new HashMap<>();
  private final Map<Integer, StringBuilder> styles = new HashMap<>();
  private final FormMeter meter = new FormMeter();
  private Element paragraph = new Element("p");
  private Element row;

  /** Text of the document, in the form that its group has. */
  void text(String text, RtfState state) {
    meter.add(text, state.halfPoints / 2.0, state.bold);
    if (state.raised) {
      paragraph.appendElement("sup").text(text);
    } else {
      paragraph.appendText(text);
    }
  }

  void note(String text) {
    notes.getLast().appendText(text);
  }

  /** What the file says of itself: its title, author and so on. */
  void info(String name, String text) {
    info.computeIfAbsent(name, any -> new StringBuilder()).append(text);
  }

  void styleName(int style, String text) {
    styles.computeIfAbsent(style, any -> new StringBuilder()).append(text);
  }

  void breakLine() {
    paragraph.appendElement("br");
  }

  void breakPage() {
    meter.breakPage();
  }

  /** A note begins, and its mark stands here. */
  void startNote() {
    String id = "note" + notes.size();
    notes.add(new Element("aside").attr("epub:type", "footnote").id(id));
    paragraph.appendElement("a").attr("epub:type", "noteref").attr("href", "#" + id).text("*");
  }

  void endParagraph(RtfState state) {
    if (state.inTable) {
      paragraph.appendText(" ");
      return;
    }
    endRow();
    meter.centre(state.centred);
    int level = Math.max(state.outline, styleLevel(state.style));
    FormHeadings.Form form = meter.take();
    if (level > 0) {
      paragraph.tagName("h" + level);
    } else {
      FormedPage.setForm(paragraph, form);
    }
    document.body().appendChild(paragraph);
    paragraph = new Element("p");
  }

  void endCell() {
    if (row == null) {
      row = document.body().appendElement("table").appendElement("tr");
    }
    row.appendElement("td").appendChild(paragraph.tagName("span"));
    paragraph = new Element("p");
    meter.take();
  }

  void endRow() {
    row = null;
  }

  private int styleLevel(int style) {
    String name = styles.getOrDefault(style, new StringBuilder()).toString().strip();
    String plain = name.replaceFirst(";$", "").toLowerCase(Locale.ROOT);
    return plain.matches("heading [1-6]")
        ? plain.charAt(plain.length() - 1) - '0'
        : plain.equals("title") ? 1 : 0;
  }

  /** The whole page. */
  Document finish() {
    FormedPage.markHeadings(document.body());
    notes.forEach(document.body()::appendChild);
    return document;
  }

  Metadata metadata() {
    return new Metadata(
        said("title"), said("author"), "", Tidy.year(said("creatim")), said("doccomm"));
  }

  private String said(String name) {
    return Tidy.line(info.getOrDefault(name, new StringBuilder()));
  }
}
