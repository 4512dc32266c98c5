package myna.voice;

import static myna.voice.VoiceLibraryTest.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import myna.audio.Audio;
import myna.audio.Levels;
import myna.audio.Signals;
import myna.audio.VoiceActivity;
import myna.voice.VoiceException.Reason;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReferenceTest {
  private static final int RATE = 16000;

  @ParameterizedTest
  @ValueSource(doubles = {0, -20, -45})
  void threeSecondsOfAnyLevelAreEnough(double gain) throws Exception {
    Audio clip = Levels.amplify(Signals.speech(1, 120, 3, RATE), gain);
    Audio reference = Reference.of(clip);
    assertThat(reference.seconds()).isBetween(2.5, 3.0);
    assertThat(Levels.rmsDb(reference)).isBetween(-26.0, -22.0);
  }

  @Test
  void cutsALongClipToItsBestStretch() throws Exception {
    Audio bad = Degrade.noise(Signals.speech(1, 120, 20, RATE), 5);
    Audio good = Signals.speech(2, 120, 15, RATE);
    Audio clip = Signals.join(bad, good, Signals.silence(10, RATE), bad);
    Audio best = BestStretch.of(clip, 12);
    assertThat(best.seconds()).isBetween(10.0, 12.0);
    VoiceActivity activity = VoiceActivity.of(best);
    assertThat(activity.activeSeconds() / best.seconds()).isGreaterThan(0.7);
    assertThat(NoiseMeasure.snrDb(activity)).isGreaterThan(40);
    assertThat(Reference.of(clip).seconds()).isLessThanOrEqualTo(12);
  }

  @Test
  void sharesTheTimeAmongSeveralClips() throws Exception {
    Audio clip = Signals.speech(3, 120, 9, RATE);
    Audio quiet = Levels.amplify(Signals.speech(4, 120, 2, 44100), -25);
    Audio reference = Reference.of(List.of(clip, quiet, clip, clip, clip, clip), RATE);
    assertThat(reference.sampleRate()).isEqualTo(RATE);
    assertThat(reference.seconds()).isBetween(9.0, 12.0);
    Audio two = Reference.of(List.of(quiet, clip), RATE);
    assertThat(two.seconds()).isBetween(9.5, 12.0);
    double atStart = Levels.rmsDb(two.slice(0, RATE));
    assertThat(atStart).isCloseTo(Levels.rmsDb(two.slice(5 * RATE, 6 * RATE)), Offset.offset(5.0));
  }

  @Test
  void refusesWhatHoldsNoVoice() {
    assertRefused(() -> Reference.of(Signals.silence(5, RATE)), Reason.NO_SPEECH);
    assertRefused(() -> Reference.of(new Audio(new float[0], RATE)), Reason.NO_SPEECH);
    assertRefused(() -> Reference.of(Signals.speech(1, 120, 0.4, RATE)), Reason.NO_SPEECH);
  }
}
