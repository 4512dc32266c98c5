package myna.audio;

import java.util.Arrays;
import java.util.function.Consumer;
import javax.sound.sampled.TargetDataLine;
import myna.audio.AudioDevices.Device;
import myna.audio.AudioException.Reason;
import myna.jobs.Cancellation;

/** Records from a microphone. */
public final class Recorder implements AutoCloseable {
  private static final double CHUNK_SECONDS = 0.02;
  private static final double LOST_AFTER_SECONDS = 3;
  private static final int POLL_MILLIS = 5;

  private final TargetDataLine line;

  /** Records from a line that is open, in 16-bit samples of one or two channels. */
  Recorder(TargetDataLine line) {
    this.line = line;
  }

  /** Opens a device. */
  public static Recorder open(Device device, int sampleRate) throws AudioException {
    return new Recorder(AudioDevices.openInput(device, sampleRate));
  }

  /**
   * Records until somebody says stop.
   *
   * @param stop asked every few milliseconds
   * @param longestSeconds after which it stops by itself
   * @param heard gets every 20 ms what came in, for a level meter; in the calling thread
   * @throws AudioException with {@link Reason#DEVICE_LOST} where the device goes away; what was
   *     recorded until then went to {@code heard}
   */
  public Audio record(Cancellation stop, double longestSeconds, Consumer<float[]> heard)
      throws AudioException {
    int sampleRate = (int) line.getFormat().getSampleRate();
    int longest = (int) (longestSeconds * sampleRate);
    float[] samples = new float[Math.min(longest, 10 * sampleRate)];
    int length = 0;
    line.start();
    while (length < longest && !stop.requested()) {
      float[] chunk = next(stop);
      int count = Math.min(chunk.length, longest - length);
      if (length + count > samples.length) {
        samples = Arrays.copyOf(samples, Math.min(longest, 2 * (length + count)));
      }
      System.arraycopy(chunk, 0, samples, length, count);
      length += count;
      heard.accept(chunk);
    }
    line.stop();
    line.flush();
    return new Audio(Arrays.copyOf(samples, length), sampleRate);
  }

  /**
   * Waits for 20 ms of sound; gives nothing where it is to stop. A device that is gone stays
   * silent.
   */
  private float[] next(Cancellation stop) throws AudioException {
    int frameBytes = line.getFormat().getFrameSize();
    int wanted = frameBytes * (int) (line.getFormat().getSampleRate() * CHUNK_SECONDS);
    for (double waited = 0; line.available() < wanted; waited += POLL_MILLIS / 1000.0) {
      if (stop.requested()) {
        return new float[0];
      }
      if (!line.isOpen() || waited > LOST_AFTER_SECONDS || !sleep()) {
        throw new AudioException(Reason.DEVICE_LOST, "the microphone went away while it recorded");
      }
    }
    byte[] bytes = new byte[wanted];
    int count = line.read(bytes, 0, wanted);
    return Pcm16.decode(bytes, Math.max(0, count), line.getFormat().getChannels());
  }

  private static boolean sleep() {
    try {
      Thread.sleep(POLL_MILLIS);
      return true;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  /** Gives the device back. */
  @Override
  public void close() {
    line.close();
  }
}
