package myna.delivery;

import java.util.Arrays;
import myna.text.Span;
import myna.text.marks.Markup;
import myna.text.source.Atom;
import myna.text.source.Piece;

/**
 * A text as it is shown: what is meant for the speaker alone is left out.
 *
 * @param text that is shown
 * @param places [T + 1] where each unit of the source, and its end, is in the text
 */
record ShownText(String text, int[] places) {
  static ShownText of(String source) {
    StringBuilder shown = new StringBuilder();
    int[] places = new int[source.length() + 1];
    int at = 0;
    for (Piece piece : Markup.of(source).pieces()) {
      String text = text(piece, source);
      if (text.isEmpty()) {
        continue; // such as a pause, which stands before the blanks in front of it
      }
      Arrays.fill(places, at, piece.start(), shown.length());
      int from = shown.length();
      if (endsInSpace(shown) && startsWithSpace(text)) {
        from--; // a mark between two blanks leaves one
        shown.setLength(from);
      }
      shown.append(text);
      for (int i = piece.start(); i < piece.end(); i++) {
        places[i] = from + Math.min(i - piece.start(), text.length());
      }
      at = piece.end();
    }
    Arrays.fill(places, at, places.length, shown.length());
    return new ShownText(shown.toString(), places);
  }

  private static String text(Piece piece, String source) {
    return switch (piece) {
      case Piece.Plain plain -> source.substring(plain.start(), plain.end());
      case Piece.Literal literal -> literal.text();
      case Piece.Marked marked -> text(marked.atom());
    };
  }

  private static String text(Atom atom) {
    return switch (atom) {
      case Atom.Said said -> said.text();
      case Atom.Spelled spelled -> spelled.text();
      case Atom.Replaced replaced -> replaced.text();
      case Atom.Classed classed -> classed.text();
      case Atom.Silence _, Atom.SentenceEnd _ -> "";
    };
  }

  private static boolean endsInSpace(CharSequence text) {
    return text.length() > 0 && Character.isWhitespace(text.charAt(text.length() - 1));
  }

  private static boolean startsWithSpace(String text) {
    return !text.isEmpty() && Character.isWhitespace(text.charAt(0));
  }

  /** Where a stretch of the source is shown. */
  Span span(Span source) {
    int start = place(source.start());
    return new Span(start, Math.max(start, place(source.end())));
  }

  private int place(int sourcePlace) {
    return places[Math.clamp(sourcePlace, 0, places.length - 1)];
  }
}
