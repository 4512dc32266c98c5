package myna.voice;

/**
 * Why something could not be done to the voice library; the message is one sentence for the user.
 */
public final class VoiceException extends Exception {
  private static final long serialVersionUID = 1L;

  private final Reason reason;

  /** What went wrong, for code that must tell the cases apart. */
  public enum Reason {
    /** No voice has that name. */
    NOT_FOUND,
    /** Another voice has that name already. */
    NAME_TAKEN,
    /** No voice can have such a name, such notes or such a colour. */
    BAD_VALUE,
    /** A clip holds too little speech. */
    NO_SPEECH,
    /** A voice has as many clips as it can hold, or would have none. */
    CLIP_COUNT,
    /** What is stored for a voice, or what is to be imported, is damaged or no voice at all. */
    DAMAGED,
    /** What is to be imported is larger than a voice can be. */
    TOO_LARGE,
    /** A recording is not the consent that was asked for, or nothing was asked. */
    NO_CONSENT,
    /** The voice is one of those that may not be cloned, or that cannot be told. */
    PROTECTED,
    /** Another process holds the library for too long. */
    BUSY,
    /** The library cannot be read or written. */
    STORAGE
  }

  public VoiceException(Reason reason, String message) {
    super(message);
    this.reason = reason;
  }

  public VoiceException(Reason reason, String message, Throwable cause) {
    super(message, cause);
    this.reason = reason;
  }

  public Reason reason() {
    return reason;
  }
}
