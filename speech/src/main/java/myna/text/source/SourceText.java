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

  /** Makes one emoji of those beside it. */
  public static final char JOINER = '\u200D';

  /**
   * Where the characters of a text come from; both null if nothing moved.
   *
   * @param starts [text length] start in the source of each character
   * @param ends [text length] end in the source of each character
   */
  record Places(int[] starts, int[] ends) {}

  private final String text;
  private final Places places;
  private final Map<Integer, Atom> atoms; // by index in the text
  private final boolean whole;
  private final int mended;

  SourceText(String text, Places places, Map<Integer, Atom> atoms, boolean whole, int mended) {
    this.text = text;
    this.places = places;
    this.atoms = Map.copyOf(atoms);
    this.whole = whole;
    this.mended = mended;
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

  /** Whether the source was taken up as it is: no mark was taken out, nothing broken mended. */
  public boolean isWhole() {
    return whole;
  }

  /** How many runs of characters were broken by a wrong encoding and are mended. */
  public int mended() {
    return mended;
  }

  /** Where the characters from {@code start} to {@code end} come from; at least one character. */
  public Span source(int start, int end) {
    if (places.starts == null) {
      return new Span(start, end);
    }
    int first = places.starts[start];
    return new Span(first, Math.max(first, places.ends[end - 1]));
  }
}
