package myna.ui.fakes;

import java.nio.FloatBuffer;
import java.util.Arrays;
import java.util.function.Consumer;
import myna.audio.Audio;
import myna.audio.AudioException;
import myna.audio.AudioException.Reason;
import myna.jobs.Cancellation;
import myna.ui.sound.Microphone;

/** Hears what it is given, much faster than life, and then silence. */
public final class FakeMicrophone implements Microphone {
  private static final int SAMPLE_RATE = 16_000;
  private static final int CHUNK = SAMPLE_RATE / 50;

  private volatile Audio sound = Sounds.speech(8, 1);
  private volatile double lostAfter = Double.POSITIVE_INFINITY;
  private volatile int millisPerChunk = 1;
  private volatile double heardSeconds;

  /** What is heard from now on. */
  public void hears(Audio audio) {
    sound = audio;
  }

  /** After so many seconds of a recording the device goes away. */
  public void losesDeviceAfter(double seconds) {
    lostAfter = seconds;
  }

  /** How fast it is; 20 is life. */
  public void setMillisPerChunk(int millis) {
    millisPerChunk = millis;
  }

  /** How much was heard in the last recording. */
  public double secondsHeard() {
    return heardSeconds;
  }

  @Override
  public int sampleRate() {
    return SAMPLE_RATE;
  }

  @Override
  public Audio record(Cancellation stop, double longestSeconds, Consumer<float[]> heard)
      throws AudioException {
    FloatBuffer all = FloatBuffer.allocate((int) (longestSeconds * SAMPLE_RATE));
    while (all.remaining() >= CHUNK && !stop.requested()) {
      int at = all.position();
      if (at / (double) SAMPLE_RATE >= lostAfter) {
        throw new AudioException(Reason.DEVICE_LOST, "the microphone went away");
      }
      float[] chunk =
          at >= sound.length()
              ? new float[CHUNK]
              : Arrays.copyOfRange(sound.samples(), at, at + CHUNK);
      all.put(chunk);
      heardSeconds = all.position() / (double) SAMPLE_RATE;
      heard.accept(chunk);
      if (!sleep()) {
        break;
      }
    }
    return new Audio(Arrays.copyOf(all.array(), all.position()), SAMPLE_RATE);
  }

  private boolean sleep() {
    try {
      Thread.sleep(millisPerChunk);
      return true;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
