package myna.server;

import java.util.List;
import myna.audio.AudioException;
import myna.engine.EngineException;
import myna.engine.EngineException.Failure;
import myna.speech.SpeechException;
import myna.voice.VoiceException;

/**
 * What a client is told instead of what it asked for, in OpenAI's form. The message names no file
 * of this machine.
 */
final class ApiError extends Exception {
  private static final long serialVersionUID = 1L;

  private final int status;
  private final String code;
  private final String param;

  /**
   * An error.
   *
   * @param param the field that is wrong, or null
   */
  private ApiError(int status, String code, String param, String message) {
    super(message, null, false, false);
    this.status = status;
    this.code = code;
    this.param = param;
  }

  /** A field that cannot be used. */
  static ApiError field(String param, String message) {
    return new ApiError(400, "invalid_value", param, message);
  }

  /** A body that is not what it must be. */
  static ApiError body(String message) {
    return new ApiError(400, "invalid_body", null, message);
  }

  /** A request that the interface does not know. */
  static ApiError http(int status, String message) {
    return new ApiError(status, "http_" + status, null, message);
  }

  /** A voice that is not there. */
  static ApiError noVoice(String name, List<String> names) {
    String there = names.isEmpty() ? "there are none yet" : "there are " + String.join(", ", names);
    String message =
        name == null
            ? "no voice is named, and none was named at the start; " + there
            : "there is no voice called \"" + name + "\"; " + there;
    return new ApiError(404, "voice_not_found", "voice", message);
  }

  /** More requests than can wait. */
  static ApiError busy() {
    return new ApiError(503, "server_busy", null, "too many requests wait; try again soon");
  }

  /** The time for a request is over. */
  static ApiError late() {
    return new ApiError(503, "timeout", null, "this took too long and was given up");
  }

  /** Something here is broken. */
  static ApiError broken(String message) {
    return new ApiError(500, "server_error", null, message);
  }

  /** What a failure to speak means for the client. */
  static ApiError of(EngineException failure) {
    return switch (failure.failure()) {
      case Failure.Speech(SpeechException.Reason reason) -> of(reason);
      case Failure.Voice(VoiceException.Reason _) -> broken("the voice cannot be used");
      case Failure.Sound(AudioException.Reason _) -> broken("a clip of the voice cannot be read");
      case Failure.Pack _ -> broken("the model pack cannot be used");
      case Failure.Network _ -> broken("the model could not be evaluated");
    };
  }

  private static ApiError of(SpeechException.Reason reason) {
    return switch (reason) {
      case NOTHING_TO_SAY -> field("input", "the text holds nothing that can be spoken");
      case SILENT_REFERENCE, SHORT_REFERENCE ->
          field("voice", "the clips of the voice hold too little speech");
      case SHORT_READING, WRONG_WORDS, SEVERAL_READERS -> broken("the voice cannot be adapted");
    };
  }

  /** What a failure of the library means for the client. */
  static ApiError of(VoiceException failure) {
    return switch (failure.reason()) {
      case NAME_TAKEN -> new ApiError(409, "name_taken", "name", "that name is taken");
      case BAD_VALUE -> field("name", "no voice can have such a name");
      case NO_SPEECH -> field("clip", "the clip holds too little speech");
      case BUSY -> new ApiError(503, "library_busy", null, "the library is in use; try again");
      case PROTECTED ->
          new ApiError(403, "voice_protected", "clip", "that voice may not be cloned here");
      case NOT_FOUND, CLIP_COUNT, DAMAGED, TOO_LARGE, STORAGE, NO_CONSENT ->
          broken("the library of voices cannot be used");
    };
  }

  int status() {
    return status;
  }

  /** OpenAI's word for whose fault it is. */
  String type() {
    return status < 500 ? "invalid_request_error" : "server_error";
  }

  String code() {
    return code;
  }

  String param() {
    return param;
  }
}
