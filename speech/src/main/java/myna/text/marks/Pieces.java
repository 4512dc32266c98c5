package myna.text.marks;

import java.util.ArrayList;
import java.util.List;
import myna.text.source.Atom;
import myna.text.source.Piece;

/** Collects the pieces of a text from left to right. */
final class Pieces {
  private final String text;
  private final List<Piece> pieces = new ArrayList<>();
  private boolean anyText; // whether something that is no space was read

  Pieces(String text) {
    this.text = text;
  }

  void plain(int start, int end) {
    if (start < end) {
      pieces.add(new Piece.Plain(start, end));
      anyText = anyText || !text.substring(start, end).isBlank();
    }
  }

  void literal(int start, int end, String value) {
    pieces.add(new Piece.Literal(start, end, value));
    anyText = anyText || !value.isBlank();
  }

  void atom(int start, int end, Atom atom) {
    pieces.add(new Piece.Marked(start, end, atom));
    anyText = true;
  }

  /**
   * A silence belongs to what was said before it, so it is put before the spaces that stand
   * between.
   *
   * @return false if nothing was said before
   */
  boolean silence(int start, int end, Atom atom) {
    if (!anyText) {
      return false;
    }
    List<Piece> spaces = new ArrayList<>();
    while (!pieces.isEmpty()) {
      Piece last = pieces.removeLast();
      int solid = solidEnd(last);
      if (solid > last.start()) {
        pieces.add(last instanceof Piece.Plain ? new Piece.Plain(last.start(), solid) : last);
        if (solid < last.end()) {
          spaces.addFirst(new Piece.Plain(solid, last.end()));
        }
        break;
      }
      spaces.addFirst(last);
    }
    pieces.add(new Piece.Marked(start, end, atom));
    pieces.addAll(spaces);
    return true;
  }

  /** Where the spaces at the end of a piece start; its start if it holds nothing else. */
  private int solidEnd(Piece piece) {
    return switch (piece) {
      case Piece.Plain(int start, int end) -> {
        int at = end;
        while (at > start && Character.isWhitespace(text.charAt(at - 1))) {
          at--;
        }
        yield at;
      }
      case Piece.Literal(int start, int end, String value) -> value.isBlank() ? start : end;
      case Piece.Marked(int start, int end, Atom ignored) -> Math.max(end, start + 1);
    };
  }

  List<Piece> list() {
    return pieces;
  }
}
