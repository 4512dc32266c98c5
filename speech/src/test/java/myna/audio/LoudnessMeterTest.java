package myna.audio;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LoudnessMeterTest {
  /** BS.1770: a sine of 997 Hz at full scale in one channel has a loudness of -3.01 LKFS. */
  @ParameterizedTest
  @ValueSource(ints = {16000, 22050, 44100, 48000})
  void agreesWithTheStandardsReferenceTone(int rate) {
    LoudnessMeter meter = LoudnessMeter.measure(Signals.sine(997, 1, 5, rate));
    assertThat(meter.integratedLufs()).isCloseTo(-3.01, Offset.offset(0.05));
    assertThat(meter.rmsDb()).isCloseTo(-3.01, Offset.offset(0.01));
    assertThat(meter.peakDb()).isCloseTo(0, Offset.offset(0.01));
  }

  /** EBU Tech 3341, test case 3: the quiet stretches fall under the relative gate. */
  @Test
  void leavesQuietStretchesOut() {
    Audio quiet = Signals.sine(1000, Math.pow(10, -36 / 20.0), 10, 48000);
    Audio loud = Signals.sine(1000, Math.pow(10, -23 / 20.0), 60, 48000);
    LoudnessMeter meter = LoudnessMeter.measure(Signals.join(quiet, loud, quiet));
    assertThat(meter.integratedLufs()).isCloseTo(-26, Offset.offset(0.1));
    assertThat(meter.noiseFloorDb()).isCloseTo(-39, Offset.offset(0.1));
  }

  @Test
  void measuresPieceByPieceAsInOne() {
    Audio audio = Signals.noise(9, 0.1, 7.77, 16000);
    LoudnessMeter pieces = new LoudnessMeter(16000);
    for (int from = 0; from < audio.length(); from += 1234) {
      pieces.add(Arrays.copyOfRange(audio.samples(), from, Math.min(audio.length(), from + 1234)));
    }
    LoudnessMeter whole = LoudnessMeter.measure(audio);
    assertThat(pieces.integratedLufs()).isEqualTo(whole.integratedLufs());
    assertThat(pieces.rmsDb()).isEqualTo(whole.rmsDb());
  }

  @Test
  void measuresWhatIsShorterThanABlock() {
    Audio audio = Signals.sine(997, 1, 0.25, 16000);
    assertThat(LoudnessMeter.measure(audio).integratedLufs()).isCloseTo(-3.0, Offset.offset(0.3));
  }

  @Test
  void silenceHasNoLoudness() {
    LoudnessMeter meter = LoudnessMeter.measure(Signals.silence(3, 16000));
    assertThat(meter.integratedLufs()).isEqualTo(LoudnessMeter.SILENCE_LUFS);
    assertThat(meter.peakDb()).isEqualTo(Double.NEGATIVE_INFINITY);
    assertThat(new LoudnessMeter(16000).integratedLufs()).isEqualTo(LoudnessMeter.SILENCE_LUFS);
  }
}
