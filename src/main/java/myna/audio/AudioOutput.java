package myna.audio;

import java.io.IOException;
import java.nio.file.Path;
import myna.files.AtomicFile;

/**
 * A file that is written piece by piece, in memory that does not grow with its length, and that
 * appears whole at {@link #commit} or not at all.
 */
public final class AudioOutput implements AutoCloseable {
  private final Path file;
  private final AtomicFile target;
  private final SampleWriter writer;

  private AudioOutput(Path file, AtomicFile target, SampleWriter writer) {
    this.file = file;
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
    if (format.sampleRateFor(sampleRate) != sampleRate) {
      throw new IllegalArgumentException(format + " does not hold " + sampleRate + " Hz");
    }
    try {
      AtomicFile target = AtomicFile.open(file);
      try {
        return new AudioOutput(file, target, writer(target.part(), format, sampleRate, choices));
      } catch (IOException e) {
        target.close();
        throw e;
      }
    } catch (IOException e) {
      throw AudioFiles.writeFailure(file, e);
    }
  }

  private static SampleWriter writer(
      Path part, OutputFormat format, int sampleRate, Choices choices) throws IOException {
    return format == OutputFormat.WAV
        ? new WavWriter(part, sampleRate, choices.labels().tags())
        : new FfmpegWriter(part, format, sampleRate, choices);
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
      throw AudioFiles.writeFailure(file, e);
    }
  }

  /** Completes the file and puts it in its place. */
  public void commit() throws AudioException {
    try {
      writer.finish();
      writer.close();
      target.commit();
    } catch (IOException e) {
      throw AudioFiles.writeFailure(file, e);
    }
  }

  /** Releases everything; without {@link #commit} before, nothing is left. */
  @Override
  public void close() throws AudioException {
    try (target) {
      writer.close();
    } catch (IOException e) {
      throw AudioFiles.writeFailure(file, e);
    }
  }
}
