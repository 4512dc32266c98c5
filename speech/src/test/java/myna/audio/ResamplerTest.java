package myna.audio;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ResamplerTest {
  @ParameterizedTest
  @CsvSource({
    "48000,16000",
    "44100,16000",
    "16000,48000",
    "96000,16000",
    "11025,16000",
    "44101,16000"
  })
  void keepsWhatBothRatesCanCarry(int from, int to) {
    double hertz = 0.43 * Math.min(from, to);
    Audio out = Resampler.resample(Signals.sine(hertz, 0.5, 1, from), to);
    assertThat(out.sampleRate()).isEqualTo(to);
    assertThat(out.length()).isEqualTo(to);
    assertThat(worstDifferenceDb(out, Signals.sine(hertz, 0.5, 1, to))).isLessThan(-90);
  }

  @ParameterizedTest
  @CsvSource({
    "48000,16000,8100",
    "48000,16000,12345",
    "44100,16000,20000",
    "96000,16000,47000",
    "16000,8000,4050"
  })
  void rejectsAliases(int from, int to, double hertz) {
    Audio out = Resampler.resample(Signals.sine(hertz, 1, 1, from), to);
    assertThat(middlePeakDb(out)).isLessThan(-90);
  }

  @Test
  void keepsConstantsAndLengths() {
    float[] ones = new float[10_000];
    Arrays.fill(ones, 0.5f);
    Audio out = Resampler.resample(new Audio(ones, 22050), 16000);
    assertThat(out.length()).isEqualTo(7256);
    assertThat(out.samples()[3000]).isCloseTo(0.5f, Offset.offset(1e-6f));
    assertThat(Resampler.resample(new Audio(new float[0], 8000), 16000).length()).isZero();
    assertThat(Resampler.resample(new Audio(new float[1], 48000), 16000).length()).isEqualTo(1);
  }

  @Test
  void leavesItsOwnRateAlone() {
    Audio audio = Signals.sine(100, 0.5, 0.1, 16000);
    assertThat(Resampler.resample(audio, 16000)).isSameAs(audio);
  }

  private static double worstDifferenceDb(Audio a, Audio b) {
    float[] difference = new float[a.length()];
    for (int t = 0; t < difference.length; t++) {
      difference[t] = a.samples()[t] - b.samples()[t];
    }
    return middlePeakDb(new Audio(difference, a.sampleRate()));
  }

  /** The peak without the tenth at each end, where the signal starts and stops. */
  private static double middlePeakDb(Audio audio) {
    return Levels.peakDb(audio.slice(audio.length() / 10, audio.length() * 9 / 10));
  }
}
