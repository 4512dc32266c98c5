package myna.text.source;

import myna.text.Span;

/**
 * A text with odd characters made plain, that knows where each of its characters comes from.
 *
 * <p>Quotes and spaces become their ASCII forms, fullwidth and compatibility letters plain ones,
 * invisible characters and lone surrogates go; all else stays.
 */
public final class SourceText {
  private final String text;
  private final int[]
      starts; // [text length] start in the source of each character, or null if nothing moved
  private final int[] ends; // [text length] end in the source of each character, or null

  SourceText(String text, int[] starts, int[] ends) {
    this.text = text;
    this.starts = starts;
    this.ends = ends;
  }

  /** Cleans {@code source}. */
  public static SourceText of(String source) {
    return new Cleaner(source).clean();
  }

  public String text() {
    return text;
  }

  /** Where the characters from {@code start} to {@code end} come from; at least one character. */
  public Span source(int start, int end) {
    return starts == null ? new Span(start, end) : new Span(starts[start], ends[end - 1]);
  }
}
