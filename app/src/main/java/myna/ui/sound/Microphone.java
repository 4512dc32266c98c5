package myna.ui.sound;

import java.util.function.Consumer;
import myna.audio.Audio;
import myna.audio.AudioException;
import myna.jobs.Cancellation;

/** Where sound comes from. */
public interface Microphone {
  /** Samples per second of what it records. */
  int sampleRate();

  /**
   * Records until somebody says stop; blocks.
   *
   * @param stop asked often
   * @param longestSeconds after which it stops by itself
   * @param heard gets what comes in, about every 20 ms, on the recording thread
   */
  Audio record(Cancellation stop, double longestSeconds, Consumer<float[]> heard)
      throws AudioException;
}
