package myna.narration.read;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import myna.jobs.Cancellation;
import myna.narration.book.Block;
import myna.narration.read.FormHeadings.Form;

/** Reads the text of a part of a Word document (WordprocessingML, ECMA-376 part 1, chapter 17). */
final class DocxText {
  private static final Set<String> SKIPPED =
      Set.of(
          "del",
          "moveFrom",
          "pict",
          "drawing",
          "object",
          "Fallback",
          "oMath",
          "oMathPara",
          "rt",
          "sectPr",
          "delText",
          "txbxContent");

  private static final Set<String> UNSPOKEN_FIELDS =
      Set.of("TOC", "INDEX", "PAGE", "PAGEREF", "NUMPAGES", "NOTEREF", "XE", "TC", "RD", "SEQ");

  private final DocxStyles styles;
  private final Map<String, String> notes;
  private final List<Piece> pieces = new ArrayList<>();
  private final List<Form> forms = new ArrayList<>(); // of each piece
  private final DocxForm form;
  private final LineBuffer line = new LineBuffer();
  private final List<String> noteIds = new ArrayList<>();
  private final Deque<StringBuilder> fields = new ArrayDeque<>();
  private String style = "";
  private int outline;
  private int rows;
  private boolean inProperties;
  private boolean hidden;

  /**
   * @param notes what the notes say, by {@code footnote 2} or {@code endnote 2}; those that are
   *     referred to are spoken
   */
  DocxText(DocxStyles styles, Map<String, String> notes) {
    this.styles = styles;
    this.form = new DocxForm(styles);
    this.notes = notes;
  }

  /** The pieces of a part, read to its end. */
  List<Piece> read(XMLStreamReader xml, Cancellation cancellation) throws XMLStreamException {
    while (xml.hasNext()) {
      switch (xml.next()) {
        case XMLStreamConstants.START_ELEMENT -> {
          cancellation.check();
          open(xml, xml.getLocalName());
        }
        case XMLStreamConstants.END_ELEMENT -> close(xml.getLocalName());
        default -> {}
      }
    }
    flush();
    return withHeadings();
  }

  private List<Piece> withHeadings() {
    List<FormHeadings.Paragraph> paragraphs = new ArrayList<>();
    for (int i = 0; i < pieces.size(); i++) {
      Piece piece = pieces.get(i);
      paragraphs.add(new FormHeadings.Paragraph(piece.text(), piece.level(), forms.get(i)));
    }
    List<Integer> levels = FormHeadings.levels(paragraphs);
    for (int i = 0; i < pieces.size(); i++) {
      boolean found = levels.get(i) > 0 && !pieces.get(i).isHeading();
      if (found && pieces.get(i).block().kind() == Block.Kind.PARAGRAPH) {
        pieces.set(i, Piece.heading(levels.get(i), pieces.get(i).text()));
      }
    }
    return pieces;
  }

  /** The text of each note in a part of footnotes or endnotes, by {@code kind + " " + id}. */
  static Map<String, String> readNotes(XMLStreamReader xml, String kind) throws XMLStreamException {
    Map<String, String> texts = new HashMap<>();
    StringBuilder text = new StringBuilder();
    String id = "";
    while (xml.hasNext()) {
      int event = xml.next();
      if (event == XMLStreamConstants.START_ELEMENT && xml.getLocalName().equals(kind)) {
        id = attribute(xml, "type").isEmpty() ? attribute(xml, "id") : "";
        text.setLength(0);
      } else if (event == XMLStreamConstants.START_ELEMENT && xml.getLocalName().equals("t")) {
        text.append(xml.getElementText());
      } else if (event == XMLStreamConstants.END_ELEMENT && xml.getLocalName().equals("p")) {
        text.append(' ');
      } else if (event == XMLStreamConstants.END_ELEMENT && xml.getLocalName().equals(kind)) {
        texts.put(kind + " " + id, Tidy.line(text));
      }
    }
    return texts;
  }

  private void open(XMLStreamReader xml, String name) throws XMLStreamException {
    if (SKIPPED.contains(name) || isContents(xml, name)) {
      skip(xml);
      return;
    }
    switch (name) {
      case "p" -> startParagraph();
      case "pPr" -> inProperties = true;
      case "pStyle" -> {
        style = attribute(xml, "val");
        form.startParagraph(style);
      }
      case "outlineLvl" -> outline = outline(attribute(xml, "val"));
      case "r" -> {
        hidden = false;
        form.startRun();
      }
      case "jc", "pageBreakBefore" -> form.change(name, attribute(xml, "val"));
      case "sz", "b", "vertAlign" -> {
        if (!inProperties) {
          form.change(name, attribute(xml, "val"));
        }
      }
      case "vanish" -> hidden |= !inProperties && !attribute(xml, "val").matches("0|false|off");
      case "fldChar" -> field(attribute(xml, "fldCharType"));
      case "instrText" -> instruct(xml.getElementText());
      case "tc" -> line.nextCell();
      case "tr" -> rows++;
      case "footnoteReference" -> noteIds.add("footnote " + attribute(xml, "id"));
      case "endnoteReference" -> noteIds.add("endnote " + attribute(xml, "id"));
      default -> text(xml, name);
    }
  }

  private void text(XMLStreamReader xml, String name) throws XMLStreamException {
    String text =
        switch (name) {
          case "t" -> xml.getElementText();
          case "tab", "ptab" -> inProperties ? "" : " ";
          case "noBreakHyphen" -> "-";
          case "br" -> attribute(xml, "type").equals("page") ? "\f" : "\n";
          case "cr" -> "\n";
          default -> "";
        };
    if (hidden || fields.stream().anyMatch(DocxText::isUnspoken)) {
      return;
    }
    switch (text) {
      case "\n" -> line.breakLine();
      case "\f" -> {
        form.breakPage();
        line.breakLine();
      }
      default -> append(text);
    }
  }

  private void append(String text) {
    if (form.isRaised() && line.isNoteMark(text)) {
      return;
    }
    form.add(text);
    line.raise(form.isRaised());
    line.append(text);
    line.raise(false);
  }

  private void close(String name) {
    switch (name) {
      case "pPr" -> inProperties = false;
      case "p" -> {
        if (rows == 0) {
          flush();
        } else {
          line.append(" ");
        }
      }
      case "tr" -> {
        rows--;
        flush();
      }
      default -> {}
    }
  }

  private void startParagraph() {
    if (rows == 0) {
      flush();
    }
    style = "";
    outline = 0;
    hidden = false;
    if (rows == 0) {
      form.startParagraph(style);
    }
  }

  private void flush() {
    int level = Math.max(outline, styles.headingLevel(style));
    boolean spoken = !styles.isUnspoken(style);
    Form look = form.take();
    for (String text : level > 0 ? line.takeHeading() : line.takeLines()) {
      if (Tidy.isSceneBreak(text)) {
        add(Piece.sceneBreak(), look);
      } else if (spoken && !Tidy.isOrnament(text)) {
        add(level > 0 ? Piece.heading(level, text) : Piece.paragraph(text), look);
      }
    }
    for (String id : noteIds) {
      String note = notes.getOrDefault(id, "");
      if (!note.isEmpty()) {
        Block block = new Block(Block.Kind.NOTE, note);
        add(new Piece(block, 0, Set.of(), Optional.empty()), Form.PLAIN);
      }
    }
    noteIds.clear();
  }

  private void add(Piece piece, Form look) {
    pieces.add(piece);
    forms.add(look);
  }

  private void field(String type) {
    switch (type) {
      case "begin" -> fields.push(new StringBuilder());
      case "end" -> fields.poll();
      default -> {}
    }
  }

  private void instruct(String text) {
    if (!fields.isEmpty()) {
      fields.peek().append(text);
    }
  }

  /** Whether what a field of Word gives is not spoken, by the instruction that makes it. */
  static boolean isUnspoken(CharSequence instruction) {
    String first = instruction.toString().strip().split("\\s+", -1)[0];
    return UNSPOKEN_FIELDS.contains(first.toUpperCase(Locale.ROOT));
  }

  /** A simple field that is not spoken, or the properties of a generated table of contents. */
  private boolean isContents(XMLStreamReader xml, String name) {
    return name.equals("fldSimple") && isUnspoken(attribute(xml, "instr"));
  }

  private static int outline(String value) {
    return value.matches("[0-8]") ? Math.min(Integer.parseInt(value) + 1, 6) : 0;
  }

  private static void skip(XMLStreamReader xml) throws XMLStreamException {
    int depth = 1;
    while (depth > 0 && xml.hasNext()) {
      int event = xml.next();
      depth += event == XMLStreamConstants.START_ELEMENT ? 1 : 0;
      depth -= event == XMLStreamConstants.END_ELEMENT ? 1 : 0;
    }
  }

  private static String attribute(XMLStreamReader xml, String localName) {
    for (int i = 0; i < xml.getAttributeCount(); i++) {
      if (xml.getAttributeLocalName(i).equals(localName)) {
        return xml.getAttributeValue(i);
      }
    }
    return "";
  }
}
