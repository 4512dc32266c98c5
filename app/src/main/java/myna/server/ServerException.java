package myna.server;

/** A server could not be started; the message is one sentence for the user. */
public final class ServerException extends Exception {
  private static final long serialVersionUID = 1L;

  private final Reason reason;

  /** Why not. */
  public enum Reason {
    /** Another program listens at that address and port. */
    IN_USE,
    /** The system does not let it listen there. */
    ADDRESS
  }

  ServerException(Reason reason, String message, Throwable cause) {
    super(message, cause);
    this.reason = reason;
  }

  /** Why. */
  public Reason reason() {
    return reason;
  }
}
