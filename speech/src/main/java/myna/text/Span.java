package myna.text;

/**
 * A stretch of the text as it was given.
 *
 * @param start index of the first UTF-16 unit
 * @param end index after the last unit, at least {@code start}
 */
public record Span(int start, int end) {
  public Span {
    if (start < 0 || end < start) {
      throw new IllegalArgumentException("span " + start + ".." + end);
    }
  }

  public int length() {
    return end - start;
  }

  /** The smallest span that holds both. */
  public Span union(Span other) {
    return new Span(Math.min(start, other.start), Math.max(end, other.end));
  }

  /**
   * The part of the span that does not lie before {@code limit}; empty at {@code limit} if all of
   * it does.
   */
  public Span after(int limit) {
    return start >= limit ? this : new Span(limit, Math.max(limit, end));
  }

  /** What the span covers of {@code text}, the text it was made for. */
  public String of(CharSequence text) {
    return text.subSequence(start, end).toString();
  }
}
