package myna.engine;

import myna.audio.AudioException;
import myna.codec.NetworkException;
import myna.onnx.PackException;
import myna.speech.SpeechException;
import myna.voice.VoiceException;

/** Something could not be spoken; the message is one sentence for the user. */
public final class EngineException extends Exception {
  private static final long serialVersionUID = 1L;

  /** What stood in the way. */
  public sealed interface Failure {
    /** The pack, or the device to run it on. */
    record Pack(PackException.Reason reason) implements Failure {}

    /** A network could not be evaluated. */
    record Network() implements Failure {}

    /** The text, or the speech in a reference. */
    record Speech(SpeechException.Reason reason) implements Failure {}

    /** A voice of the library. */
    record Voice(VoiceException.Reason reason) implements Failure {}

    /** A file of sound. */
    record Sound(AudioException.Reason reason) implements Failure {}
  }

  private final transient Failure failure;

  private EngineException(Failure failure, Exception cause) {
    super(cause.getMessage(), cause);
    this.failure = failure;
  }

  /** A pack stood in the way. */
  public static EngineException of(PackException cause) {
    return new EngineException(new Failure.Pack(cause.reason()), cause);
  }

  /** A network stood in the way. */
  public static EngineException of(NetworkException cause) {
    return new EngineException(new Failure.Network(), cause);
  }

  /** The text or a reference stood in the way. */
  public static EngineException of(SpeechException cause) {
    return new EngineException(new Failure.Speech(cause.reason()), cause);
  }

  /** A voice stood in the way. */
  public static EngineException of(VoiceException cause) {
    return new EngineException(new Failure.Voice(cause.reason()), cause);
  }

  /** A file stood in the way. */
  public static EngineException of(AudioException cause) {
    return new EngineException(new Failure.Sound(cause.reason()), cause);
  }

  /** What stood in the way. */
  public Failure failure() {
    return failure;
  }
}
