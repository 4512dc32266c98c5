package myna.text.source;

/** A stretch of the source and what is read for it; a stretch without a piece is not read. */
public sealed interface Piece {
  /** Where the stretch starts in the source. */
  int start();

  /** Where it ends. */
  int end();

  /** The source as it is. */
  record Plain(int start, int end) implements Piece {}

  /** Other characters: an entity, a line break. */
  record Literal(int start, int end, String text) implements Piece {}

  /** A mark. */
  record Marked(int start, int end, Atom atom) implements Piece {}
}
