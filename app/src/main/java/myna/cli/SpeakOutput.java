package myna.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import myna.audio.AudioException;
import myna.audio.FileLabels;
import myna.audio.OutputFormat;
import myna.delivery.Loudness;
import myna.delivery.Sound;
import myna.delivery.SpeechWriter;
import myna.speech.ModelFormat;
import myna.watermark.SyntheticNote;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The options of speak that say what is written, and where. */
final class SpeakOutput {
  private static final String STANDARD_OUTPUT = "-";

  @Spec(Spec.Target.MIXEE)
  private CommandSpec spec;

  @Option(
      names = "--output",
      paramLabel = "FILE|-",
      required = true,
      description =
          "Where to write; the extension says in which format. - is standard output, sentence by"
              + " sentence.")
  private String output;

  @Option(
      names = "--format",
      paramLabel = "wav|pcm|flac|mp3|opus|aac",
      description = "Format of what goes to standard output (default: wav).")
  private String format;

  @Mixin private SoundOptions sound;

  /**
   * Checks the values before anything is loaded.
   *
   * @throws AudioException if the file surely cannot be written
   */
  void check() throws AudioException {
    sound();
    boolean beside = !sound.subtitles().isEmpty();
    if (!isStandardOutput()) {
      require(format == null, "--format goes with --output -; a file's extension says it.");
      Outputs.check(Path.of(output));
      OutputFormat.of(Path.of(output));
      return;
    }
    require(!beside, "--subtitles need a file beside which they lie.");
    streamFormat();
  }

  /** Whether nothing else may be printed. */
  boolean isStandardOutput() {
    return output.equals(STANDARD_OUTPUT);
  }

  /** How it sounds. */
  Sound sound() {
    return sound.sound(Loudness.NONE);
  }

  /** Starts to write speech of a pack. */
  SpeechWriter open(ModelFormat pack) throws AudioException, IOException {
    int sampleRate = pack.signal().outputRate();
    FileLabels labels = SyntheticNote.labels();
    return isStandardOutput()
        ? SpeechWriter.toStream(new StandardOutput(), streamFormat(), sound(), labels, sampleRate)
        : SpeechWriter.toFile(
            Path.of(output),
            sound(),
            sound.subtitles(),
            labels.sealed(sound.seal(Optional.of(pack.pack()))),
            sampleRate);
  }

  private OutputFormat streamFormat() {
    return Arrays.stream(OutputFormat.values())
        .filter(OutputFormat::isStreamable)
        .filter(
            each -> each.name().toLowerCase(Locale.ROOT).equals(format == null ? "wav" : format))
        .findFirst()
        .orElseThrow(
            () ->
                new ParameterException(
                    spec.commandLine(),
                    "--format must be wav, pcm, flac, mp3, opus or aac, not " + format + "."));
  }

  private void require(boolean holds, String otherwise) {
    if (!holds) {
      throw new ParameterException(spec.commandLine(), otherwise);
    }
  }
}
