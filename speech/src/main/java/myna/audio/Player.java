package myna.audio;

import javax.sound.sampled.SourceDataLine;
import myna.audio.AudioDevices.Device;
import myna.audio.AudioException.Reason;
import myna.jobs.Cancellation;

/**
 * Plays samples as they come. One thread writes; any thread may pause, resume, ask for the position
 * or close.
 */
public final class Player implements AutoCloseable {
  private static final double CHUNK_SECONDS = 0.05;
  private static final int POLL_MILLIS = 5;

  private final SourceDataLine line;
  private volatile boolean paused;

  /** Plays on a line that is open, in 16-bit samples of one or two channels. */
  Player(SourceDataLine line) {
    this.line = line;
    line.start();
  }

  /** Opens a device for samples of one rate. */
  public static Player open(Device device, int sampleRate) throws AudioException {
    return new Player(AudioDevices.openOutput(device, sampleRate));
  }

  /**
   * Plays samples after what was written before; returns when the device has taken them, a little
   * before they are heard, or when nobody wants them any more.
   *
   * @param samples [T]
   * @throws AudioException with {@link Reason#DEVICE_LOST} where the device goes away
   */
  public void write(float[] samples, Cancellation cancellation) throws AudioException {
    int channels = line.getFormat().getChannels();
    int chunk = (int) (line.getFormat().getSampleRate() * CHUNK_SECONDS);
    for (int from = 0; from < samples.length; from += chunk) {
      int to = Math.min(samples.length, from + chunk);
      if (!write(Pcm16.encode(samples, from, to, channels), cancellation)) {
        line.flush();
        return;
      }
    }
  }

  /** Whether the bytes were taken before anybody cancelled. */
  private boolean write(byte[] bytes, Cancellation cancellation) throws AudioException {
    int taken = 0;
    while (taken < bytes.length) {
      if (cancellation.requested()) {
        return false;
      }
      int count = paused ? 0 : line.write(bytes, taken, bytes.length - taken);
      if (!line.isOpen()) {
        throw new AudioException(Reason.DEVICE_LOST, "the loudspeaker went away while it played");
      }
      taken += count;
      if (count == 0 && !sleep()) {
        return false;
      }
    }
    return true;
  }

  /** Waits until everything written was heard. */
  public void drain() {
    line.drain();
  }

  /** Holds the sound; {@link #write} waits. */
  public void pause() {
    paused = true;
    line.stop();
  }

  /** Goes on after a pause. */
  public void resume() {
    paused = false;
    line.start();
  }

  /** How much was heard since the device was opened, in seconds. */
  public double heardSeconds() {
    return line.getLongFramePosition() / (double) line.getFormat().getSampleRate();
  }

  /** Stops at once and gives the device back. */
  @Override
  public void close() {
    line.stop();
    line.flush();
    line.close();
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
}
