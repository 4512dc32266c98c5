package myna.audio;

import static org.assertj.core.api.Assertions.assertThat;

import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TrimmingTest {
  private static final int RATE = 16000;

  @ParameterizedTest
  @ValueSource(doubles = {0.5, 0.01, 0.0005})
  void cutsSilenceAroundSpeechOfAnyLevel(double amplitude) {
    Audio speech = Signals.sine(300, amplitude, 1, RATE);
    Audio clip = Signals.join(Signals.silence(2, RATE), speech, Signals.silence(1.5, RATE));
    Audio noisy = Signals.add(clip, Signals.noise(3, amplitude / 300, clip.seconds(), RATE));
    assertThat(Trimming.trim(noisy).seconds()).isCloseTo(1.2, Offset.offset(0.05));
  }

  @Test
  void keepsPausesWithin() {
    Audio word = Signals.sine(300, 0.3, 0.5, RATE);
    Audio clip = Signals.join(word, Signals.silence(1, RATE), word);
    assertThat(Trimming.trim(clip).seconds()).isCloseTo(2, Offset.offset(0.05));
    assertThat(VoiceActivity.of(clip).activeSeconds()).isCloseTo(1, Offset.offset(0.1));
  }

  @Test
  void neverTrimsToNothing() {
    Audio silence = Signals.silence(1, RATE);
    assertThat(Trimming.trim(silence)).isSameAs(silence);
    assertThat(VoiceActivity.of(silence).activeSeconds()).isZero();
    Audio hiss = Signals.noise(5, 0.001, 1, RATE);
    assertThat(Trimming.trim(hiss)).isSameAs(hiss);
    Audio one = new Audio(new float[] {0.1f}, RATE);
    assertThat(Trimming.trim(one)).isSameAs(one);
    Audio nothing = new Audio(new float[0], RATE);
    assertThat(Trimming.trim(nothing)).isSameAs(nothing);
  }

  @Test
  void doesNotTakeHumForSpeech() {
    Audio hum = Signals.sine(50, 0.05, 4, RATE);
    Audio speech =
        Signals.join(
            Signals.silence(2, RATE), Signals.sine(400, 0.05, 1, RATE), Signals.silence(1, RATE));
    assertThat(Trimming.trim(Signals.add(speech, hum)).seconds())
        .isCloseTo(1.2, Offset.offset(0.1));
  }

  @Test
  void bringsQuietClipsToALevelWithoutClipping() {
    Audio quiet = Signals.sine(300, 0.001, 1, RATE);
    Audio loud = Levels.normalize(quiet, -20, -1);
    assertThat(Levels.rmsDb(loud)).isCloseTo(-20, Offset.offset(0.01));
    assertThat(Levels.peakDb(Levels.normalize(quiet, 0, -1))).isCloseTo(-1, Offset.offset(0.01));
    Audio silence = Signals.silence(1, RATE);
    assertThat(Levels.normalize(silence, -20, -1)).isSameAs(silence);
  }
}
