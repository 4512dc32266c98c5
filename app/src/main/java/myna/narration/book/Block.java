package myna.narration.book;

/**
 * A stretch of a chapter that stands by itself.
 *
 * @param kind what it is
 * @param text what is to be spoken, on one line; "" for a BREAK only
 */
public record Block(Kind kind, String text) {
  /** The kinds of block. */
  public enum Kind {
    /** A title within the text. */
    HEADING,
    /** A paragraph, list item, line of a table or the like. */
    PARAGRAPH,
    /** The text of a footnote, after the paragraph that refers to it. */
    NOTE,
    /** A change of scene: silence. */
    BREAK
  }

  /** A change of scene. */
  public static final Block SCENE_BREAK = new Block(Kind.BREAK, "");

  public Block {
    if (text.isBlank() != (kind == Kind.BREAK)) {
      throw new IllegalArgumentException(kind + " with text '" + text + "'");
    }
  }

  public static Block heading(String text) {
    return new Block(Kind.HEADING, text);
  }

  public static Block paragraph(String text) {
    return new Block(Kind.PARAGRAPH, text);
  }
}
