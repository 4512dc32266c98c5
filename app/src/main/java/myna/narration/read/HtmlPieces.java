package myna.narration.read;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import myna.narration.book.Block;
import myna.narration.book.Section;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeFilter;

/** Reads the pieces off a page, in one walk without recursion. */
final class HtmlPieces implements NodeFilter {
  private final PageContext context;
  private final Set<Element> noteElements;
  private final List<Piece> pieces = new ArrayList<>();
  private final LineBuffer line = new LineBuffer();
  private final Set<String> anchors = new LinkedHashSet<>();
  private final List<String> notes = new ArrayList<>();
  private final Deque<Section> sections = new ArrayDeque<>();
  private int level;

  /**
   * What a page is read with.
   *
   * @param page its name in the book
   * @param hidden what of it a reader does not see
   * @param notes of the whole book
   * @param speakNotes whether a note is read after the block that refers to it
   */
  record PageContext(String page, HiddenRules hidden, Notes notes, boolean speakNotes) {}

  private HtmlPieces(PageContext context, Set<Element> noteElements) {
    this.context = context;
    this.noteElements = noteElements;
  }

  /** The pieces of a page's body, in document order. */
  static List<Piece> read(Element body, PageContext context) {
    HtmlPieces walk = new HtmlPieces(context, context.notes().elements(context.page(), body));
    body.filter(walk);
    walk.flush();
    return walk.pieces;
  }

  @Override
  public FilterResult head(Node node, int depth) {
    if (node instanceof TextNode text) {
      line.append(text.getWholeText());
      return FilterResult.CONTINUE;
    }
    return node instanceof Element element ? open(element) : FilterResult.SKIP_ENTIRELY;
  }

  private FilterResult open(Element element) {
    String name = Markup.localName(element);
    boolean block = HtmlRules.isBlock(name);
    if (block) {
      flush();
    }
    anchor(element);
    if (isLeftOut(element, name)) {
      return FilterResult.SKIP_ENTIRELY;
    }
    Optional<String> instead = block ? Optional.empty() : instead(element, name);
    if (instead.isPresent()) {
      line.append(instead.get());
      return FilterResult.SKIP_ENTIRELY;
    }
    HtmlRules.section(element).ifPresent(sections::push);
    if (block) {
      level = Math.max(level, HtmlRules.headingLevel(element, name));
      line.preformatted(name.equals("pre") || line.isPreformatted());
    }
    openInline(element, name);
    return FilterResult.CONTINUE;
  }

  private boolean isLeftOut(Element element, String name) {
    if (name.equals("a") && Notes.isReference(element)) {
      takeNote(element);
      return true;
    }
    return HtmlRules.isSilent(element, name)
        || context.hidden().isHidden(element)
        || noteElements.contains(element)
        || (name.equals("sup") && isBareNoteMark(element));
  }

  /**
   * What is said in place of what stands in an element; titles are shown, so they have no marks.
   */
  private Optional<String> instead(Element element, String name) {
    if (name.equals("math")) {
      return Optional.of(" " + MathWords.of(element) + " ");
    }
    return level > 0 ? Optional.empty() : Pronunciations.marked(element);
  }

  private void openInline(Element element, String name) {
    if (level > 0 && Markup.types(element).contains("subtitle")) {
      line.breakLine();
    }
    switch (name) {
      case "br" -> line.breakLine();
      case "q" -> line.append("“");
      case "img", "image" -> line.append(HtmlRules.pictureText(element, level > 0));
      case "td", "th" -> line.nextCell();
      case "sup" -> line.raise(true);
      case "hr" -> pieces.add(Piece.sceneBreak());
      default -> {}
    }
  }

  @Override
  public FilterResult tail(Node node, int depth) {
    if (node instanceof Element element) {
      close(element, Markup.localName(element));
    }
    return FilterResult.CONTINUE;
  }

  private void close(Element element, String name) {
    switch (name) {
      case "q" -> line.append("”");
      case "sup" -> line.raise(false);
      default -> {}
    }
    if (HtmlRules.isBlock(name)) {
      flush();
      if (HtmlRules.headingLevel(element, name) > 0) {
        level = 0;
      }
      if (name.equals("pre")) {
        line.preformatted(false);
      }
    }
    if (HtmlRules.section(element).isPresent()) {
      sections.poll();
    }
  }

  private void anchor(Element element) {
    if (!element.id().isEmpty()) {
      anchors.add(element.id());
    }
    if (Markup.localName(element).equals("a") && element.hasAttr("name")) {
      anchors.add(element.attr("name"));
    }
  }

  private void takeNote(Element link) {
    if (context.speakNotes()) {
      context.notes().text(Notes.target(context.page(), link)).ifPresent(notes::add);
    }
  }

  /** A raised number without a link. */
  private boolean isBareNoteMark(Element sup) {
    return sup.selectFirst("a") == null && line.isNoteMark(sup.text());
  }

  private void flush() {
    boolean heading = level > 0;
    for (String text : heading ? line.takeHeading() : line.takeLines()) {
      if (!text.isEmpty()) {
        add(text);
      }
    }
    notes.forEach(note -> pieces.add(piece(new Block(Block.Kind.NOTE, note), 0)));
    notes.clear();
  }

  private void add(String text) {
    if (Tidy.isSceneBreak(text)) {
      pieces.add(piece(Block.SCENE_BREAK, 0));
    } else if (!Tidy.isOrnament(text)) {
      boolean heading = level > 0;
      Block block = heading ? Block.heading(Tidy.unpadded(text)) : Block.paragraph(text);
      pieces.add(piece(block, level));
    }
  }

  private Piece piece(Block block, int headingLevel) {
    Piece piece = new Piece(block, headingLevel, anchors, Optional.ofNullable(sections.peek()));
    anchors.clear();
    return piece;
  }
}
