package myna.audio;

import static org.assertj.core.api.Assertions.assertThat;

import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PictureTest {
  @ParameterizedTest
  @ValueSource(ints = {8000, 16000, 44100, 96000})
  void aToneStandsAtItsFrequencyAndLevel(int rate) {
    Spectrogram picture = Spectrogram.of(Signals.sine(1000, 0.1, 1, rate), 0.01);
    assertThat(picture.frames()).isEqualTo(100);
    int highest = highest(picture.levels()[50]);
    assertThat(picture.frequencies()[highest]).isCloseTo(1000, Offset.offset(20.0));
    assertThat((double) picture.levels()[50][highest]).isCloseTo(-20, Offset.offset(1.5));
    assertThat(picture.levels()[50][picture.bands() - 1]).isLessThan(-70);
  }

  @Test
  void aToneStandsInItsMelBand() {
    Spectrogram picture = Spectrogram.mel(Signals.sine(440, 0.5, 1, 16000), 0.016, 80);
    assertThat(picture.bands()).isEqualTo(80);
    assertThat(picture.frequencies()[highest(picture.levels()[30])])
        .isCloseTo(440, Offset.offset(30.0));
  }

  @Test
  void silenceAndNothingArePicturesToo() {
    for (float level : Spectrogram.of(Signals.silence(0.1, 16000), 0.01).levels()[3]) {
      assertThat(level).isEqualTo(Spectrogram.FLOOR_DB);
    }
    assertThat(Spectrogram.of(new Audio(new float[0], 16000), 0.01).frames()).isZero();
    assertThat(Spectrogram.mel(Signals.sine(100, 0.1, 0.1, 1000), 0.01, 200).bands())
        .isEqualTo(200);
  }

  @Test
  void theOutlineHoldsTheExtremes() {
    Audio audio = new Audio(new float[] {0, 0.5f, -0.25f, 0.1f, 0.2f, -1f}, 8000);
    Waveform outline = Waveform.of(audio, 2);
    assertThat(outline.high()).containsExactly(0.5f, 0.2f);
    assertThat(outline.low()).containsExactly(-0.25f, -1f);
    assertThat(Waveform.of(audio, 12).high()[11]).isEqualTo(-1f);
    assertThat(Waveform.of(new Audio(new float[0], 8000), 3).high()).containsExactly(0, 0, 0);
  }

  private static int highest(float[] levels) {
    int best = 0;
    for (int b = 1; b < levels.length; b++) {
      if (levels[b] > levels[best]) {
        best = b;
      }
    }
    return best;
  }
}
