package myna.speech;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.within;

import myna.audio.Audio;
import myna.audio.Signals;
import myna.speech.SpeechException.Reason;
import org.junit.jupiter.api.Test;

public class ReferenceClipTest {
  private final ReferenceClip reference = new ReferenceClip(DurationsTest.FORMAT);

  @Test
  void bringsAnyClipToTheLevelOfTraining() throws SpeechException {
    for (double loudness : new double[] {0.005, 0.1, 0.9}) {
      float[] samples = reference.prepare(clip(loudness, 3, 44100));
      assertThat(ActiveLevel.of(samples, 16000)).isCloseTo(-23, within(0.1));
      assertThat(samples.length % 512).isZero();
    }
  }

  @Test
  void cutsSilenceAtTheEndsAndWhatIsTooLong() throws SpeechException {
    Audio silence = Signals.silence(1, 16000);
    Audio clip = Signals.join(silence, clip(0.3, 2, 16000), silence);
    assertThat(reference.prepare(clip).length / 16000.0).isCloseTo(2 + 2 * 4 * 0.032, within(0.1));
    assertThat(reference.prepare(clip(0.3, 30, 16000)).length / 16000.0)
        .isCloseTo(10, within(0.04));
  }

  @Test
  void refusesSilenceAndWhatIsTooShort() {
    assertThat(failure(Signals.silence(3, 16000)).reason()).isEqualTo(Reason.SILENT_REFERENCE);
    assertThat(failure(clip(0.3, 0.2, 16000)).reason()).isEqualTo(Reason.SHORT_REFERENCE);
    assertThat(failure(new Audio(new float[0], 16000)).reason()).isEqualTo(Reason.SILENT_REFERENCE);
  }

  private SpeechException failure(Audio clip) {
    return catchThrowableOfType(SpeechException.class, () -> reference.prepare(clip));
  }

  /** Syllables of a sound: loud for two thirds of every quarter of a second. */
  public static Audio clip(double loudness, double seconds, int rate) {
    Audio sound = Signals.sine(220, loudness, seconds, rate);
    for (int t = 0; t < sound.length(); t++) {
      boolean pause = (t * 4L / rate) < ((t + rate / 12L) * 4L / rate);
      sound.samples()[t] *= pause ? 0.01f : 1;
    }
    return sound;
  }
}
