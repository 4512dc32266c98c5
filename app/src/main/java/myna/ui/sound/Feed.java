package myna.ui.sound;

import java.util.Arrays;
import java.util.Optional;
import myna.audio.Audio;
import myna.audio.AudioException;
import myna.jobs.Cancellation;

/** Samples that are played one piece after the other. */
public interface Feed {
  /** Samples per second; asked after the first piece. */
  int sampleRate();

  /**
   * The next piece; waits for it where it is still being made.
   *
   * @return empty at the end
   */
  Optional<float[]> next(Cancellation cancellation) throws InterruptedException, AudioException;

  /** A stretch of a recording. */
  static Feed of(Audio audio, double fromSeconds, double toSeconds) {
    int from = Math.clamp(Math.round(fromSeconds * audio.sampleRate()), 0, audio.length());
    int to = Math.clamp(Math.round(toSeconds * audio.sampleRate()), from, audio.length());
    return new Feed() {
      private boolean given;

      @Override
      public int sampleRate() {
        return audio.sampleRate();
      }

      @Override
      public Optional<float[]> next(Cancellation cancellation) {
        if (given) {
          return Optional.empty();
        }
        given = true;
        return Optional.of(Arrays.copyOfRange(audio.samples(), from, to));
      }
    };
  }
}
