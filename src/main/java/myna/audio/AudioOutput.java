package myna.audio;

import java.io.IOException;
import java.nio.file.Path;

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
    OutputFormat format = OutputFormat.of(file);
    if (format.sampleRateFor(sampleRate) != sampleRate) {
      throw new IllegalArgumentException(format + " does not hold " + sampleRate + " Hz");
    }
    try {
      AtomicFile target = AtomicFile.open(file);
      try {
        return new AudioOutput(file, target, writer(target.part(), format, sampleRate));
      } catch (IOException e) {
        target.close();
        throw e;
      }
    } catch (IOException e) {
      throw AudioFiles.writeFailure(file, e);
    }
  }

  private static SampleWriter writer(Path part, OutputFormat format, int sampleRate)
      throws IOException {
    return format == OutputFormat.WAV
        ? new WavWriter(part, sampleRate)
        : new FfmpegWriter(part, format, sampleRate);
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
