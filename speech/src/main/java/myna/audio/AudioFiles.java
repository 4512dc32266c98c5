package myna.audio;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Map;
import myna.audio.AudioException.Reason;
import myna.files.AtomicFile;

/** Reads and writes audio files. */
public final class AudioFiles {
  /** The longest file that {@link #read} takes, in seconds. */
  public static final int LONGEST_SECONDS = 30 * 60;

  private AudioFiles() {}

  /**
   * Reads a file of any common format, rate and channel count; the content decides the format, not
   * the name.
   *
   * @return at least one sample, at the file's own rate; channels are averaged; what lies above
   *     full scale in a floating-point file is scaled down as a whole
   */
  public static Audio read(Path file) throws AudioException {
    return read(
        file,
        () -> {
          if (isWave(file) && new WavReader(file).isPlain()) {
            return new WavReader(file).read();
          }
          try (FfmpegReader reader = new FfmpegReader(file)) {
            return reader.read();
          }
        });
  }

  /**
   * Reads a WAV file of plain samples, and nothing else: for files that Myna wrote itself, and for
   * those of strangers that are said to be such.
   *
   * @return like {@link #read}
   */
  public static Audio readWave(Path file) throws AudioException {
    return read(
        file,
        () -> {
          if (!isWave(file)) {
            throw new AudioException(Reason.NOT_AUDIO, file + " is not a WAV file");
          }
          return new WavReader(file).read();
        });
  }

  /**
   * The labels of a file of any common format, by FFmpeg's names in small letters.
   *
   * @return none where the file has none, or is no sound
   */
  public static Map<String, String> readTags(Path file) {
    return FfmpegTags.read(file);
  }

  private interface Reading {
    Audio read() throws IOException, AudioException;
  }

  private static Audio read(Path file, Reading reading) throws AudioException {
    if (Files.isDirectory(file)) {
      throw new AudioException(Reason.NOT_AUDIO, file + " is a folder, not an audio file");
    }
    try {
      return reading.read();
    } catch (IOException e) {
      throw readFailure(file, e);
    }
  }

  /** Puts a failure to read into one sentence. */
  public static AudioException readFailure(Path file, IOException cause) {
    return switch (cause) {
      case NoSuchFileException _ ->
          new AudioException(Reason.MISSING, "there is no file " + file, cause);
      case AccessDeniedException _ ->
          new AudioException(Reason.UNREADABLE, file + " may not be read", cause);
      default ->
          new AudioException(
              Reason.UNREADABLE, file + " cannot be read: " + cause.getMessage(), cause);
    };
  }

  /**
   * Writes a file in the format of its extension. It appears whole or not at all; a file that is
   * there already is replaced.
   */
  public static void write(Path file, Audio audio) throws AudioException {
    write(file, audio, FileLabels.NONE);
  }

  /** Writes a file like {@link #write(Path, Audio)}, with labels. */
  public static void write(Path file, Audio audio, FileLabels labels) throws AudioException {
    int rate = OutputFormat.of(file).sampleRateFor(audio.sampleRate());
    var choices = new AudioOutput.Choices(0, labels);
    try (AudioOutput out = AudioOutput.create(file, rate, choices)) {
      out.write(Resampler.resample(audio, rate).samples());
      out.commit();
    }
  }

  /** The failure of a file that is longer than {@link #LONGEST_SECONDS}. */
  static AudioException tooLong(Path file) {
    return new AudioException(
        Reason.TOO_LONG,
        file + " is longer than " + LONGEST_SECONDS / 60 + " minutes, the most that Myna reads");
  }

  /** The audio itself, or scaled down as a whole where it exceeds [-1, 1]. */
  static Audio withinFullScale(Path file, Audio audio) throws AudioException {
    float peak = 0;
    for (float sample : audio.samples()) {
      if (!Float.isFinite(sample)) {
        throw new AudioException(
            Reason.CORRUPT, file + " is damaged: it holds samples that are no numbers");
      }
      peak = Math.max(peak, Math.abs(sample));
    }
    if (peak <= 1) {
      return audio;
    }
    float[] scaled = new float[audio.length()];
    for (int t = 0; t < scaled.length; t++) {
      scaled[t] = audio.samples()[t] / peak;
    }
    return new Audio(scaled, audio.sampleRate());
  }

  /** Puts a failure to write into one sentence. */
  public static AudioException writeFailure(Path file, IOException cause) {
    if (AtomicFile.isDiskFull(file, cause)) {
      return new AudioException(
          Reason.DISK_FULL, "there is no room left on the disk for " + file, cause);
    }
    return new AudioException(
        Reason.UNWRITABLE, file + " cannot be written: " + AtomicFile.explain(file, cause), cause);
  }

  private static boolean isWave(Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      ByteBuffer head = ByteBuffer.wrap(in.readNBytes(12));
      return head.limit() == 12
          && WavReader.isTag(head, 0, "RIFF")
          && WavReader.isTag(head, 8, "WAVE");
    }
  }
}
