package myna.text.source;

import java.util.List;
import java.util.Map;
import myna.text.Span;

/**
 * A text with odd characters made plain, that knows where each of its characters comes from.
 *
 * <p>Quotes and spaces become their ASCII forms, fullwidth and compatibility letters plain ones,
 * invisible characters and lone surrogates go; all else stays. Where a mark stood there is one
 * {@link #ATOM}.
 */
public final class SourceText {
  /** Stands in the text for an {@link Atom}; it never comes from the source itself. */
  public static final char ATOM = '\uFFFC';

  private final String text;
  private final int[]
      starts; // [text length] start in the source of each character, or null if nothing moved
  private final int[] ends; // [text length] end in the source of each character, or null
  private final Map<Integer, Atom> atoms; // by index in the text
  private final boolean whole;

  SourceText(String text, int[] starts, int[] ends, Map<Integer, Atom> atoms, boolean whole) {
    this.whole = whole;
    this.text = text;
    this.starts = starts;
    this.ends = ends;
    this.atoms = Map.copyOf(atoms);
  }

  /** Cleans {@code source} as a whole. */
  public static SourceText of(String source) {
    return of(source, List.of(new Piece.Plain(0, source.length())));
  }

  /** Cleans the pieces of {@code source} and puts them together. */
  public static SourceText of(String source, List<Piece> pieces) {
    return new Cleaner(source).clean(pieces);
  }

  public String text() {
    return text;
  }

  /** The atom at an index of the text, or null. */
  public Atom atom(int index) {
    return text.charAt(index) == ATOM ? atoms.get(index) : null;
  }

  /** Whether every character of the source was taken up, so that no mark was taken out. */
  public boolean isWhole() {
    return whole;
  }

  /** Where the characters from {@code start} to {@code end} come from; at least one character. */
  public Span source(int start, int end) {
    return starts == null
        ? new Span(start, end)
        : new Span(starts[start], Math.max(starts[start], ends[end - 1]));
  }
}
