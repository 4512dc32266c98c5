package myna.narration.book;

/**
 * Why a book could not be read, rendered or exported; the message is one sentence for the user.
 * Whatever was rendered before it is kept.
 */
public final class NarrationException extends Exception {
  private static final long serialVersionUID = 1L;

  private final Reason reason;

  /** What went wrong, for code that must tell the cases apart. */
  public enum Reason {
    /** There is no such file or folder, or it may not be read. */
    UNREADABLE,
    /** The file is of a kind that Myna does not read. */
    UNSUPPORTED,
    /** The file is protected against copying. */
    PROTECTED,
    /** What the file holds contradicts its format. */
    MALFORMED,
    /** The file would unpack to more than any book holds. */
    TOO_LARGE,
    /** There is nothing to speak. */
    EMPTY,
    /** The cast names a voice that there is not, or cannot be understood. */
    BAD_CAST,
    /** Another process works on the project. */
    LOCKED,
    /** The project's database cannot be read. */
    DAMAGED,
    /** The book is not the one that the project was made of. */
    SOURCE_CHANGED,
    /** The project does not allow the change that was asked for. */
    BAD_EDIT,
    /** The project or the output may not be written. */
    UNWRITABLE,
    /** The disk is full. */
    DISK_FULL,
    /** The voice could not speak. */
    SYNTHESIS,
    /** Sentences are not made yet. */
    INCOMPLETE
  }

  public NarrationException(Reason reason, String message) {
    super(message);
    this.reason = reason;
  }

  public NarrationException(Reason reason, String message, Throwable cause) {
    super(message, cause);
    this.reason = reason;
  }

  public Reason reason() {
    return reason;
  }
}
