package myna.audio;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import myna.audio.AudioException.Reason;
import myna.files.AtomicFile;
import myna.jobs.Cancellation;
import org.bytedeco.ffmpeg.ffmpeg;
import org.bytedeco.javacpp.Loader;

/**
 * Mixes speech with the sound of a film, by FFmpeg's own program: into a file of sound, or into a
 * film whose pictures and subtitles are taken over as they are.
 */
public final class FilmMix {
  private static final List<String> FILMS = List.of("mkv", "mp4", "m4v", "mov", "webm");

  /** Nothing exceeds full scale; what is longer goes on alone. */
  private static final String MIX =
      "[low][voice]amix=inputs=2:duration=longest:normalize=0,alimiter=limit=0.97:level=false[mix]";

  private static final String PLAIN =
      "[0:a:0]aresample=48000[low];[1:a]aresample=48000[voice];" + MIX;

  /** Speech of usual level takes some 12 dB from the film, fast, and gives it back slowly. */
  private static final String DUCKED =
      "[0:a:0]aresample=48000[film];[1:a]aresample=48000,asplit=2[speech][voice];[speech]apad[key];"
          + "[film][key]sidechaincompress=threshold=0.015:ratio=6:attack=15:release=500:makeup=1"
          + "[low];"
          + MIX;

  private static final String BITS_PER_SECOND = "192k";

  private final Path film;
  private final Path speech;
  private final boolean ducked;

  /**
   * A mix.
   *
   * @param film with sound
   * @param speech that lies where it is to be heard
   * @param ducked whether the film is lowered while somebody speaks
   */
  public FilmMix(Path film, Path speech, boolean ducked) {
    this.film = film;
    this.speech = speech;
    this.ducked = ducked;
  }

  /** Whether a name is that of a film, and not of a file of sound. */
  public static boolean isFilm(Path file) {
    return FILMS.contains(extension(file));
  }

  /**
   * Writes the mix in the format of the file's extension; it appears whole or not at all.
   *
   * @param labels that are added to those of the film
   * @throws myna.jobs.CancelledException soon after somebody asked
   */
  public void write(Path output, FileLabels labels, Cancellation cancellation)
      throws AudioException {
    try (AtomicFile target = AtomicFile.open(output)) {
      Optional<String> failure = run(command(target.part(), output, labels), cancellation);
      if (failure.isPresent()) {
        throw new AudioException(
            Reason.UNWRITABLE, film + " cannot be mixed with speech: " + failure.get());
      }
      target.commit();
    } catch (IOException e) {
      throw AudioFiles.writeFailure(output, e);
    }
  }

  private List<String> command(Path part, Path output, FileLabels labels) throws AudioException {
    List<String> command = new ArrayList<>();
    command.addAll(List.of(Loader.load(ffmpeg.class), "-nostdin", "-v", "error", "-y"));
    command.addAll(List.of("-protocol_whitelist", "file"));
    command.addAll(List.of("-format_whitelist", FfmpegReader.CONTAINERS, "-i", "file:" + film));
    command.addAll(List.of("-i", "file:" + speech));
    command.addAll(List.of("-filter_complex", ducked ? DUCKED : PLAIN, "-map", "[mix]"));
    if (isFilm(output)) {
      command.addAll(List.of("-map", "0:v?", "-c:v", "copy", "-map", "0:s?", "-c:s", "copy"));
    }
    if (!encoder(output).isEmpty()) {
      command.addAll(List.of("-c:a", encoder(output), "-b:a", BITS_PER_SECOND));
    }
    labels.tags().forEach((key, value) -> command.addAll(List.of("-metadata", key + "=" + value)));
    command.addAll(List.of("-f", container(output), "file:" + part));
    return command;
  }

  /** FFmpeg's name of the encoder, or "" where the container has but one. */
  private static String encoder(Path output) throws AudioException {
    return switch (extension(output)) {
      case "mkv", "mp4", "m4v", "mov" -> "aac";
      case "webm" -> "libopus";
      default -> OutputFormat.of(output).codec();
    };
  }

  private static String container(Path output) throws AudioException {
    return switch (extension(output)) {
      case "mkv" -> "matroska";
      case "mp4", "m4v" -> "mp4";
      case "mov" -> "mov";
      case "webm" -> "webm";
      case "wav" -> "wav";
      case "pcm" -> "s16le";
      default -> OutputFormat.of(output).container();
    };
  }

  /** Runs a command to its end; what it said where it failed. */
  private static Optional<String> run(List<String> command, Cancellation cancellation)
      throws IOException {
    Path log = Files.createTempFile("myna", ".log"); // a pipe that nobody empties would stop it
    ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
    Process process = builder.redirectOutput(log.toFile()).start();
    try {
      while (!process.waitFor(100, TimeUnit.MILLISECONDS)) {
        cancellation.check();
      }
      return process.exitValue() == 0
          ? Optional.empty()
          : Optional.of(reason(Files.readString(log, StandardCharsets.ISO_8859_1)));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("it was interrupted", e);
    } finally {
      process.destroyForcibly();
      Files.deleteIfExists(log);
    }
  }

  private static String reason(String said) {
    return said.lines()
        .filter(line -> !line.isBlank())
        .findFirst()
        .map(line -> line.replaceFirst("^\\[[^]]*] ?", ""))
        .orElse("FFmpeg gives no reason");
  }

  private static String extension(Path file) {
    String name = String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT);
    return name.substring(name.lastIndexOf('.') + 1);
  }
}
