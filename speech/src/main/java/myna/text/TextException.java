package myna.text;

/** A file for the text front end that cannot be used; the message is one sentence for the user. */
public final class TextException extends Exception {
  private static final long serialVersionUID = 1L;

  /** Why. */
  public enum Reason {
    UNREADABLE,
    BAD_LINE
  }

  private final Reason reason;

  public TextException(Reason reason, String message) {
    super(message);
    this.reason = reason;
  }

  public Reason reason() {
    return reason;
  }
}
