package myna.voice;

import static org.assertj.core.api.Assertions.assertThat;

import myna.audio.Audio;
import myna.audio.Signals;
import myna.audio.VoiceActivity;
import org.junit.jupiter.api.Test;

class BestStretchTest {
  private static final int RATE = 16000;

  @Test
  void passesOverNoiseAndSilence() {
    Audio bad = Degrade.noise(Signals.speech(1, 120, 20, RATE), 5);
    Audio good = Signals.speech(2, 120, 15, RATE);
    Audio clip = Signals.join(bad, good, Signals.silence(10, RATE), bad);
    Audio best = BestStretch.of(clip, 12);
    assertThat(best.seconds()).isBetween(10.0, 12.0);
    VoiceActivity activity = VoiceActivity.of(best);
    assertThat(activity.activeSeconds() / best.seconds()).isGreaterThan(0.7);
    assertThat(NoiseMeasure.snrDb(activity)).isGreaterThan(40);
  }
}
