package myna.ui.fakes;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.DoubleAdder;
import myna.audio.AudioException;
import myna.audio.AudioException.Reason;
import myna.jobs.Cancellation;
import myna.ui.sound.Loudspeaker;

/** Plays into nothing, faster than life, and counts what it played. */
public final class FakeLoudspeaker implements Loudspeaker {
  private final double pace;
  private final AtomicInteger opened = new AtomicInteger();
  private volatile boolean missing;
  private final DoubleAdder secondsPlayed = new DoubleAdder();

  /**
   * A loudspeaker.
   *
   * @param pace seconds of sound played in a second; infinite for at once
   */
  public FakeLoudspeaker(double pace) {
    this.pace = pace;
  }

  /** From now on there is no device. */
  public void unplug() {
    missing = true;
  }

  /** How often an output was opened. */
  public int opened() {
    return opened.get();
  }

  /** What was played in all. */
  public double secondsPlayed() {
    return secondsPlayed.sum();
  }

  @Override
  public Output open(int sampleRate) throws AudioException {
    if (missing) {
      throw new AudioException(Reason.NO_DEVICE, "no loudspeaker");
    }
    opened.incrementAndGet();
    return new FakeOutput(sampleRate);
  }

  private final class FakeOutput implements Output {
    private static final double CHUNK_SECONDS = 0.05;

    private final int sampleRate;
    private volatile boolean paused;
    private volatile boolean closed;
    private final DoubleAdder heard = new DoubleAdder();

    FakeOutput(int sampleRate) {
      this.sampleRate = sampleRate;
    }

    @Override
    public void write(float[] samples, Cancellation cancellation) throws AudioException {
      double left = samples.length / (double) sampleRate;
      while (left > 0 && !closed && !cancellation.requested()) {
        double chunk = Math.min(left, CHUNK_SECONDS);
        sleep(paused ? CHUNK_SECONDS : chunk / pace);
        if (missing) {
          throw new AudioException(Reason.DEVICE_LOST, "the loudspeaker went away");
        }
        if (!paused) {
          heard.add(chunk);
          secondsPlayed.add(chunk);
          left -= chunk;
        }
      }
    }

    private void sleep(double seconds) {
      try {
        Thread.sleep((long) (seconds * 1000));
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        closed = true;
      }
    }

    @Override
    public void drain() {}

    @Override
    public void pause() {
      paused = true;
    }

    @Override
    public void resume() {
      paused = false;
    }

    @Override
    public double heardSeconds() {
      return heard.sum();
    }

    @Override
    public void close() {
      closed = true;
    }
  }
}
