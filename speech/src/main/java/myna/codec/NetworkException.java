package myna.codec;

/**
 * A network could not be evaluated: the runtime failed, or the device lost its memory.
 * Implementations of network interfaces throw it where no other device is left to try.
 */
public final class NetworkException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** An evaluation whose result is of no use. */
  public NetworkException(String message) {
    super(message);
  }

  /** An evaluation that failed. */
  public NetworkException(String message, Throwable cause) {
    super(message, cause);
  }
}
