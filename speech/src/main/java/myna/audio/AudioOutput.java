package myna.audio;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import myna.audio.AudioException.Reason;
import myna.files.AtomicFile;

/**
 * Sound that is written piece by piece, in memory that does not grow with its length: into a file
 * that appears whole at {@link #commit} or not at all, or into a stream.
 */
public final class AudioOutput implements AutoCloseable {
  private final Target target;
  private final SampleWriter writer;

  /** Where it goes. */
  private sealed interface Target {
    /** What failed, in one sentence. */
    AudioException failure(IOException cause);

    /** Everything is written. */
    void commit() throws IOException;

    /** Nothing more will be. */
    void close() throws IOException;
  }

  /** A file. */
  private record ToFile(Path file, AtomicFile part, Seal seal) implements Target {
    @Override
    public AudioException failure(IOException cause) {
      return AudioFiles.writeFailure(file, cause);
    }

    @Override
    public void commit() throws IOException {
      Optional<byte[]> beside = seal.put(part.part());
      part.commit();
      if (beside.isPresent()) {
        AtomicFile.write(beside(), other -> Files.write(other, beside.get()));
      }
    }

    /** Its own name with the extension of manifests that lie beside what they are of. */
    private Path beside() {
      String name = file.getFileName().toString();
      return file.resolveSibling(name.substring(0, name.lastIndexOf('.')) + ".c2pa");
    }

    @Override
    public void close() throws IOException {
      part.close();
    }
  }

  /** A stream of somebody else. */
  private record ToStream(OutputStream stream) implements Target {
    @Override
    public AudioException failure(IOException cause) {
      return new AudioException(
          Reason.UNWRITABLE, "the sound cannot be written: " + cause.getMessage(), cause);
    }

    @Override
    public void commit() throws IOException {
      stream.flush();
    }

    @Override
    public void close() {}
  }

  private AudioOutput(Target target, SampleWriter writer) {
    this.target = target;
    this.writer = writer;
  }

  /**
   * Starts a file in the format of its extension.
   *
   * @param sampleRate of the samples to come; one that the format holds, see {@link
   *     OutputFormat#sampleRateFor}
   */
  public static AudioOutput create(Path file, int sampleRate) throws AudioException {
    return create(file, sampleRate, Choices.DEFAULT);
  }

  /**
   * What may be chosen about a file.
   *
   * @param bitRate in bits per second, or 0 for the format's own
   * @param labels that the file carries, as far as its format has a place for them
   */
  public record Choices(int bitRate, FileLabels labels) {
    /** The format's own bit rate, and no labels. */
    public static final Choices DEFAULT = new Choices(0, FileLabels.NONE);
  }

  /** Starts a file as {@link #create(Path, int)} does, with choices. */
  public static AudioOutput create(Path file, int sampleRate, Choices choices)
      throws AudioException {
    OutputFormat format = OutputFormat.of(file);
    checkRate(format, sampleRate);
    try {
      AtomicFile target = AtomicFile.open(file);
      try {
        SampleWriter writer = writer(target.part(), format, sampleRate, choices);
        return new AudioOutput(new ToFile(file, target, choices.labels().seal()), writer);
      } catch (IOException e) {
        target.close();
        throw e;
      }
    } catch (IOException e) {
      throw AudioFiles.writeFailure(file, e);
    }
  }

  /**
   * Starts to write into a stream; every piece is handed on as soon as its format allows.
   *
   * @param stream left open, and not asked to be buffered
   * @param sampleRate of the samples to come; one that the format holds
   * @throws AudioException with {@link Reason#UNKNOWN_FORMAT} if the format cannot be streamed
   */
  public static AudioOutput stream(
      OutputStream stream, OutputFormat format, int sampleRate, Choices choices)
      throws AudioException {
    checkRate(format, sampleRate);
    if (!format.isStreamable()) {
      throw new AudioException(
          Reason.UNKNOWN_FORMAT,
          format.name().toLowerCase(Locale.ROOT) + " cannot be streamed; aac can");
    }
    Target target = new ToStream(stream);
    try {
      return new AudioOutput(target, writer(stream, format, sampleRate, choices));
    } catch (IOException e) {
      throw target.failure(e);
    }
  }

  private static void checkRate(OutputFormat format, int sampleRate) {
    if (format.sampleRateFor(sampleRate) != sampleRate) {
      throw new IllegalArgumentException(format + " does not hold " + sampleRate + " Hz");
    }
  }

  private static SampleWriter writer(
      Path part, OutputFormat format, int sampleRate, Choices choices) throws IOException {
    return switch (format) {
      case WAV -> new WavWriter(part, sampleRate, choices.labels().tags());
      case PCM -> PcmWriter.owning(Files.newOutputStream(part));
      case FLAC, MP3, OPUS, AAC, M4A ->
          new FfmpegWriter(new FfmpegTarget.ToFile(part), format, sampleRate, choices);
    };
  }

  private static SampleWriter writer(
      OutputStream stream, OutputFormat format, int sampleRate, Choices choices)
      throws IOException {
    return switch (format) {
      case WAV -> PcmWriter.lending(stream, WavWriter.endlessHeader(sampleRate));
      case PCM -> PcmWriter.lending(stream, new byte[0]);
      case FLAC, MP3, OPUS, AAC, M4A ->
          new FfmpegWriter(new FfmpegTarget.ToStream(stream), format, sampleRate, choices);
    };
  }

  /**
   * Adds samples; what lies outside [-1, 1] is clipped.
   *
   * @param samples [T]
   */
  public void write(float[] samples) throws AudioException {
    try {
      writer.write(samples, 0, samples.length);
    } catch (IOException e) {
      throw target.failure(e);
    }
  }

  /** Completes what was written, and puts a file in its place. */
  public void commit() throws AudioException {
    try {
      writer.finish();
      writer.close();
      target.commit();
    } catch (IOException e) {
      throw target.failure(e);
    }
  }

  /** Releases everything; without {@link #commit} before, no file is left. */
  @Override
  public void close() throws AudioException {
    try {
      try {
        writer.close();
      } finally {
        target.close();
      }
    } catch (IOException e) {
      throw target.failure(e);
    }
  }
}
