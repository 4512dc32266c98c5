package myna.text;

/**
 * Something in the text that could not be obeyed; reading goes on without it.
 *
 * @param source where
 * @param kind what sort
 * @param message one sentence for the user
 */
public record Problem(Span source, Kind kind, String message) {
  /** The sorts of problem. */
  public enum Kind {
    UNKNOWN_MARK,
    UNCLOSED_MARK,
    UNOPENED_MARK,
    BAD_VALUE,
    BAD_MARKUP
  }
}
