package myna.ui.common;

import myna.audio.AudioException;
import myna.engine.EngineException;
import myna.files.UnwrittenException;
import myna.narration.book.NarrationException;
import myna.onnx.PackException;
import myna.server.ServerException;
import myna.speech.SpeechException;
import myna.text.TextException;
import myna.voice.VoiceException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Puts failures of the lower houses into notices. */
public final class Failures {
  private static final Logger LOG = LoggerFactory.getLogger(Failures.class);

  private Failures() {}

  /** The notice for a failure. One that nobody expected is logged here, where it is handled. */
  public static Notice notice(Throwable failure) {
    return switch (failure) {
      case AudioException e -> reason("failure.audio", e.reason(), e);
      case VoiceException e -> reason("failure.voice", e.reason(), e);
      case SpeechException e -> reason("failure.speech", e.reason(), e);
      case EngineException e -> notice(e.getCause());
      case PackException e -> reason("failure.pack", e.reason(), e);
      case NarrationException e -> reason("failure.narration", e.reason(), e);
      case ServerException e -> reason("failure.server", e.reason(), e);
      case TextException e -> reason("failure.text", e.reason(), e);
      case UnwrittenException e -> reason("failure.file", e.reason(), e, e.file());
      default -> {
        LOG.error("unexpected", failure);
        yield Notice.error("failure.unexpected", String.valueOf(failure.getMessage()));
      }
    };
  }

  private static Notice reason(
      String prefix, Enum<?> reason, Exception failure, Object... arguments) {
    LOG.info("{}", failure.toString());
    return Notice.error(prefix + "." + reason.name(), arguments);
  }
}
