package myna.server;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import myna.audio.AudioException;
import myna.audio.FileLabels;
import myna.audio.Seal;
import myna.delivery.Sound;
import myna.delivery.SpeechWriter;
import myna.delivery.WritingListener;
import myna.engine.EngineException;
import myna.engine.SpeechRequest;
import myna.engine.VoiceSource;
import myna.engine.Voices;
import myna.jobs.Cancellation;
import myna.jobs.CancelledException;
import myna.speech.SpeechOptions;
import myna.voice.Voice;
import myna.voice.VoiceException;
import myna.watermark.SyntheticNote;

/**
 * What assistants may do: speak into files of one folder, and look.
 *
 * @param folder that files are written into, and nowhere else
 * @param bookStatus tells how far books are
 * @param seal put on each file
 */
public record SpeechTools(Speakers speakers, Path folder, Supplier<String> bookStatus, Seal seal) {
  /** A plain name: no folder, no hidden file, nothing that a system gives a meaning to. */
  private static final Pattern NAME =
      Pattern.compile("[\\p{L}\\p{N}][\\p{L}\\p{N} _-]{0,80}\\.(wav|mp3|flac|opus|m4a)");

  private static final Pattern RESERVED =
      Pattern.compile("(con|prn|aux|nul|com\\d|lpt\\d)\\..*", Pattern.CASE_INSENSITIVE);

  /** Speaks a text into a new file. */
  String speak(Map<String, Object> arguments) throws ApiError {
    String text = argument(arguments, "text").orElse("");
    if (text.isBlank() || text.length() > SpeechCall.LONGEST_INPUT) {
      throw ApiError.field(
          "text", "text must have 1 to " + SpeechCall.LONGEST_INPUT + " characters");
    }
    Path file = file(argument(arguments, "file").orElse(""));
    VoiceSource voice = VoiceNames.find(speakers, argument(arguments, "voice"));
    SpeechRequest request =
        new SpeechRequest(
            text,
            speakers.reading().get(),
            Voices.of(speakers.library()).withMain(voice),
            SpeechOptions.NONE);
    double seconds = write(request, file);
    return String.format(
        Locale.ROOT, "%s: %.1f seconds of synthetic speech", file.getFileName(), seconds);
  }

  private static Optional<String> argument(Map<String, Object> arguments, String name)
      throws ApiError {
    Object value = arguments.get(name);
    if (value != null && !(value instanceof String)) {
      throw ApiError.field(name, name + " must be a text");
    }
    return Optional.ofNullable((String) value);
  }

  private Path file(String name) throws ApiError {
    if (!NAME.matcher(name).matches() || RESERVED.matcher(name).matches()) {
      throw ApiError.field(
          "file", "file must be a plain name that ends in .wav, .mp3, .flac, .opus or .m4a");
    }
    Path file = folder.resolve(name);
    if (Files.exists(file)) {
      throw ApiError.field("file", "there is a file " + name + " already");
    }
    return file;
  }

  private double write(SpeechRequest request, Path file) throws ApiError {
    int rate = speakers.pack().format().signal().outputRate();
    FileLabels labels = SyntheticNote.labels().sealed(seal);
    try (SpeechWriter writer =
        SpeechWriter.toFile(file, Sound.AS_SPOKEN, List.of(), labels, rate)) {
      WritingListener writing = new WritingListener(writer, request.text(), Cancellation.NEVER);
      Length length = new Length(writing);
      speakers.pack().stream(request, length, writing);
      writing.checkWritten();
      writer.commit();
      return length.seconds();
    } catch (EngineException e) {
      throw ApiError.of(e);
    } catch (AudioException | CancelledException e) {
      throw ApiError.broken("the file could not be written");
    }
  }

  /** The names of the voices, a line each. */
  String voices() throws ApiError {
    try {
      List<Voice> voices = speakers.library().list().voices();
      return voices.isEmpty()
          ? "there are no voices yet"
          : String.join("\n", voices.stream().map(Voice::name).toList());
    } catch (VoiceException e) {
      throw ApiError.of(e);
    }
  }

  /** How far books are. */
  String books() {
    return bookStatus.get();
  }
}
