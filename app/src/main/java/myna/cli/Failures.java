package myna.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.NoSuchFileException;
import myna.audio.AudioException;
import myna.codec.NetworkException;
import myna.engine.EngineException;
import myna.jobs.CancelledException;
import myna.narration.book.NarrationException;
import myna.onnx.PackException;
import myna.server.ServerException;
import myna.speech.SpeechException;
import myna.text.TextException;
import myna.voice.VoiceException;
import org.slf4j.LoggerFactory;
import picocli.CommandLine;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.ParseResult;

/** Turns what a command failed with into one line and an exit status. */
public final class Failures implements IExecutionExceptionHandler {
  @Override
  public int handleExecutionException(Exception failure, CommandLine line, ParseResult parsed) {
    line.getErr().println("myna: " + oneLine(describe(failure)));
    return ExitCode.SOFTWARE;
  }

  private static String describe(Exception failure) {
    return switch (failure) {
      case AudioException e -> e.getMessage();
      case EngineException e -> e.getMessage();
      case PackException e -> e.getMessage();
      case ServerException e -> e.getMessage();
      case SpeechException e -> e.getMessage();
      case NarrationException e -> e.getMessage();
      case NetworkException e -> e.getMessage();
      case TextException e -> e.getMessage();
      case VoiceException e -> e.getMessage();
      case CancelledException _ -> "cancelled";
      case NoSuchFileException e -> "there is no file " + e.getFile();
      case AccessDeniedException e -> "the system does not allow access to " + e.getFile();
      case IOException e -> e.getMessage();
      case UncheckedIOException e -> e.getCause().getMessage();
      default -> unexpected(failure);
    };
  }

  private static String unexpected(Exception failure) {
    LoggerFactory.getLogger(Failures.class).debug("a command failed", failure);
    return "this should not have happened: " + failure;
  }

  /** A message without line breaks. */
  public static String oneLine(String message) {
    return message == null ? "it failed" : message.strip().replaceAll("\\s*\\R\\s*", " ");
  }
}
