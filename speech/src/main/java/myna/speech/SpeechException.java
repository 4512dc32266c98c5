package myna.speech;

/** Speech could not be made of what was given; the message is one sentence for the user. */
public final class SpeechException extends Exception {
  private static final long serialVersionUID = 1L;

  private final Reason reason;

  /** Why not. */
  public enum Reason {
    /** The reference holds nothing that stands out as speech. */
    SILENT_REFERENCE,
    /** The reference holds too little speech to tell a voice from. */
    SHORT_REFERENCE,
    /** The text holds nothing that can be spoken. */
    NOTHING_TO_SAY,
    /** What was read is too little to adapt to. */
    SHORT_READING,
    /** What was read is not what its text says. */
    WRONG_WORDS,
    /** What was read is of more than one voice. */
    SEVERAL_READERS
  }

  /** A failure with its reason. */
  public SpeechException(Reason reason, String message) {
    super(message);
    this.reason = reason;
  }

  /** Why. */
  public Reason reason() {
    return reason;
  }
}
