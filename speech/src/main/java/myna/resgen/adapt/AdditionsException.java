package myna.resgen.adapt;

/** Some bytes are no additions, or additions to another pack. */
public final class AdditionsException extends Exception {
  private static final long serialVersionUID = 1L;

  /** Says in a sentence why. */
  public AdditionsException(String message, Throwable cause) {
    super(message, cause);
  }
}
