package myna.delivery;

import java.io.OutputStream;
import java.nio.file.Path;
import myna.audio.AudioException;
import myna.audio.AudioOutput;
import myna.audio.FileLabels;
import myna.audio.OutputFormat;
import myna.watermark.Watermarker;

/**
 * The way of samples to a file or stream: watermark, gain and limiter, room tone, sample rate,
 * encoder.
 */
public final class SoundWriter implements AutoCloseable {
  private final int sampleRate;
  private final AudioOutput out;
  private final StreamResampler resampler;
  private final Mastering.Chain chain;
  private final Watermarker watermarker;
  private long written;

  private SoundWriter(Mastering mastering, int sampleRate, int outputRate, AudioOutput out) {
    this.sampleRate = sampleRate;
    this.out = out;
    resampler = new StreamResampler(sampleRate, outputRate, out::write);
    chain = mastering.before(resampler, sampleRate);
    watermarker = mastering.sound().watermark() ? new Watermarker(sampleRate) : null;
  }

  /** The sample rate that speech of a rate is written with. */
  public static int rate(OutputFormat format, Sound sound, int sampleRate) {
    return format.sampleRateFor(sound.sampleRate() > 0 ? sound.sampleRate() : sampleRate);
  }

  /**
   * Starts a file in the format of its extension; it appears at {@link #commit}.
   *
   * @param labels with marks at {@link #rate}
   * @param sampleRate of the samples to come
   */
  public static SoundWriter toFile(
      Path file, Mastering mastering, FileLabels labels, int sampleRate) throws AudioException {
    int rate = rate(OutputFormat.of(file), mastering.sound(), sampleRate);
    var choices = new AudioOutput.Choices(mastering.sound().bitRate(), labels);
    return new SoundWriter(mastering, sampleRate, rate, AudioOutput.create(file, rate, choices));
  }

  /**
   * Starts to write into a stream, which stays open.
   *
   * @param sampleRate of the samples to come
   * @throws AudioException if the format cannot be written without going back
   */
  public static SoundWriter toStream(
      OutputStream stream,
      OutputFormat format,
      Mastering mastering,
      FileLabels labels,
      int sampleRate)
      throws AudioException {
    int rate = rate(format, mastering.sound(), sampleRate);
    var choices = new AudioOutput.Choices(mastering.sound().bitRate(), labels);
    AudioOutput out = AudioOutput.stream(stream, format, rate, choices);
    return new SoundWriter(mastering, sampleRate, rate, out);
  }

  /** Samples that were written so far. */
  public long written() {
    return written;
  }

  /**
   * Adds samples.
   *
   * @param samples [T], left as they are
   */
  public void write(float[] samples) throws AudioException {
    written += samples.length;
    chain.accept(watermarker == null ? samples.clone() : watermarker.process(samples));
  }

  /** Adds silence. */
  public void silence(double seconds) throws AudioException {
    write(new float[(int) Math.round(seconds * sampleRate)]);
  }

  /** Completes what was written, and puts a file in its place. */
  public void commit() throws AudioException {
    if (watermarker != null) {
      chain.accept(watermarker.finish());
    }
    chain.finish();
    resampler.finish();
    out.commit();
  }

  /** Releases everything; without {@link #commit} before, no file is left. */
  @Override
  public void close() throws AudioException {
    out.close();
  }
}
