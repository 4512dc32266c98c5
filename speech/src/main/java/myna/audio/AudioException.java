package myna.audio;

/**
 * Why audio could not be read, written, played or recorded; the message is one sentence for the
 * user.
 */
public final class AudioException extends Exception {
  private static final long serialVersionUID = 1L;

  private final Reason reason;

  /** What went wrong, for code that must tell the cases apart. */
  public enum Reason {
    /** There is no such file. */
    MISSING,
    /** The file is there but the system does not let it be read. */
    UNREADABLE,
    /** The file holds no audio at all. */
    NOT_AUDIO,
    /** The file is audio of a kind that Myna does not read. */
    UNSUPPORTED,
    /** The file is audio but holds no sample. */
    EMPTY,
    /** The file ends before its header says it does. */
    TRUNCATED,
    /** What the file holds contradicts itself. */
    CORRUPT,
    /** The file is longer than Myna reads. */
    TOO_LONG,
    /** The file name's extension names no format that Myna writes. */
    UNKNOWN_FORMAT,
    /** The system does not let the file be written. */
    UNWRITABLE,
    /** There is no room left for the file. */
    DISK_FULL,
    /** There is no such sound device, or it is in use. */
    NO_DEVICE,
    /** The sound device went away while it was used. */
    DEVICE_LOST
  }

  public AudioException(Reason reason, String message) {
    super(message);
    this.reason = reason;
  }

  public AudioException(Reason reason, String message, Throwable cause) {
    super(message, cause);
    this.reason = reason;
  }

  public Reason reason() {
    return reason;
  }
}
