package myna.ui.speak;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import myna.audio.Audio;
import myna.audio.Spectrogram;
import myna.speech.SpokenSentence;
import myna.ui.common.Jobs;
import myna.ui.common.Outcome;

/** Makes spectrograms on a job; of several wishes in a row the last is fulfilled. */
final class Pictures {
  private static final int COLUMNS = 1200;
  private static final int BANDS = 72;
  private static final double SHORTEST_FRAME_SECONDS = 0.008;

  private final Jobs jobs;
  private long wishes;

  Pictures(Jobs jobs) {
    this.jobs = jobs;
  }

  /** Draws everything that is spoken on a timeline. */
  void spectrogram(TimelineModel timeline, Consumer<Spectrogram> show) {
    long mine = ++wishes;
    List<Sound> sounds = timeline.slots().stream().flatMap(slot -> sound(slot).stream()).toList();
    if (sounds.isEmpty()) {
      show.accept(null);
      return;
    }
    jobs.start(
        (progress, cancellation) -> {
          Audio whole = join(sounds, timeline.seconds());
          double frame = Math.max(SHORTEST_FRAME_SECONDS, timeline.seconds() / COLUMNS);
          return Spectrogram.mel(whole, frame, BANDS);
        },
        outcome -> {
          if (mine == wishes
              && outcome instanceof Outcome.Done<Spectrogram>(Spectrogram spectrogram)) {
            show.accept(spectrogram);
          }
        });
  }

  private record Sound(Audio audio, double start) {}

  private static Optional<Sound> sound(TimelineModel.Slot slot) {
    return slot.line()
        .spoken()
        .map(SpokenSentence::audio)
        .map(audio -> new Sound(audio, slot.start()));
  }

  private static Audio join(List<Sound> sounds, double seconds) {
    int sampleRate = sounds.getFirst().audio().sampleRate();
    float[] samples = new float[(int) Math.ceil(seconds * sampleRate)];
    for (Sound sound : sounds) {
      int at = (int) (sound.start() * sampleRate);
      int length = Math.min(sound.audio().length(), samples.length - at);
      if (length > 0) {
        System.arraycopy(sound.audio().samples(), 0, samples, at, length);
      }
    }
    return new Audio(samples, sampleRate);
  }
}
