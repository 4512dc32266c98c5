package myna.onnx;

/**
 * A model pack, or the device to run it on, cannot be used; the message is one line for the user.
 */
public final class PackException extends Exception {
  private static final long serialVersionUID = 1L;

  private final Reason reason;

  /** Why a pack cannot be used. */
  public enum Reason {
    /** There is no such pack or file. */
    MISSING,
    /** The manifest is not what this version reads. */
    MANIFEST,
    /** The pack has a format version that this version does not know. */
    VERSION,
    /** A file is not the one that the manifest describes. */
    DAMAGED,
    /** A file is as described, but no model that the runtime can load. */
    MODEL,
    /** The device asked for is not there. */
    DEVICE,
    /** Files could not be read or written. */
    FILES
  }

  /** A failure with its reason. */
  public PackException(Reason reason, String message) {
    this(reason, message, null);
  }

  /** A failure with its reason and cause. */
  public PackException(Reason reason, String message, Throwable cause) {
    super(message, cause);
    this.reason = reason;
  }

  /** Why. */
  public Reason reason() {
    return reason;
  }
}
