package myna.speech.reference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import myna.audio.Audio;
import myna.audio.Signals;
import myna.speech.ModelFormat;
import myna.speech.SpeechException;
import myna.speech.SpeechException.Reason;
import myna.speech.take.DurationsTest;
import org.junit.jupiter.api.Test;

public class ReferenceClipTest {
  private final ReferenceClip reference = new ReferenceClip(DurationsTest.FORMAT);

  @Test
  void bringsAnyClipToTheLevelOfTraining() throws SpeechException {
    for (double loudness : new double[] {0.005, 0.1, 0.9}) {
      float[] samples = prepare(clip(loudness, 3, 44100));
      assertThat(ActiveLevel.of(samples, 16000)).isCloseTo(-23, within(0.1));
      assertThat(samples.length % 512).isZero();
    }
  }

  @Test
  void cutsSilenceAtTheEndsAndWhatIsTooLong() throws SpeechException {
    Audio silence = Signals.silence(1, 16000);
    Audio clip = Signals.join(silence, clip(0.3, 2, 16000), silence);
    assertThat(prepare(clip).length / 16000.0).isCloseTo(2 + 2 * 4 * 0.032, within(0.1));
    assertThat(prepare(clip(0.3, 30, 16000)).length / 16000.0).isBetween(8.0, 10.04);
  }

  @Test
  void liesOnTheSameFaintNoiseWhereThePackAsksForIt() throws SpeechException {
    float[] bare = prepare(clip(0.3, 3, 16000));
    ModelFormat plain = DurationsTest.FORMAT;
    ModelFormat.Signal signal = new ModelFormat.Signal(16000, 16000, 512, -23, 10, -70);
    ReferenceClip dithered =
        new ReferenceClip(
            new ModelFormat(
                plain.pack(),
                signal,
                plain.symbols(),
                plain.timing(),
                plain.likeness(),
                plain.defaults()));
    float[] samples = dithered.joined(dithered.speech(List.of(clip(0.3, 3, 16000))));
    double sum = 0;
    for (int t = 0; t < samples.length; t++) {
      sum += Math.pow(samples[t] - bare[t], 2);
    }
    assertThat(10 * Math.log10(sum / samples.length)).isCloseTo(-70, within(0.2));
    assertThat(dithered.joined(dithered.speech(List.of(clip(0.3, 3, 16000)))))
        .containsExactly(samples);
  }

  @Test
  void refusesSilenceAndWhatIsTooShort() {
    assertThat(failure(Signals.silence(3, 16000)).reason()).isEqualTo(Reason.SILENT_REFERENCE);
    assertThat(failure(clip(0.3, 0.2, 16000)).reason()).isEqualTo(Reason.SHORT_REFERENCE);
    assertThat(failure(new Audio(new float[0], 16000)).reason()).isEqualTo(Reason.SILENT_REFERENCE);
  }

  @Test
  void joinsClipsAndGivesTheRoomOfShortOnesToOthers() throws SpeechException {
    Audio quiet = clip(0.02, 2, 22050);
    Audio loud = clip(0.8, 60, 44100);
    float[] samples = prepare(quiet, Signals.silence(3, 16000), loud);
    assertThat(samples.length / 16000.0).isBetween(7.5, 10.04);
    double start = ActiveLevel.of(Arrays.copyOf(samples, 16000), 16000);
    double end =
        ActiveLevel.of(
            Arrays.copyOfRange(samples, samples.length - 32000, samples.length - 16000), 16000);
    assertThat(start).isCloseTo(end, within(1.5));
    assertThat(failure(clip(0.3, 0.2, 16000), clip(0.3, 0.2, 16000)).reason())
        .isEqualTo(Reason.SHORT_REFERENCE);
  }

  @Test
  void takesTheLongestOfManyInAnyOrder() throws SpeechException {
    Audio[] clips = new Audio[6];
    for (int i = 0; i < clips.length; i++) {
      clips[i] = clip(0.1 * (i + 1), 1 + 0.5 * i, 16000);
    }
    assertThat(reference.speech(List.of(clips))).hasSize(4);
    float[] samples = prepare(clips);
    assertThat(prepare(List.of(clips).reversed().toArray(Audio[]::new))).isEqualTo(samples);
    assertThat(prepare(Arrays.copyOfRange(clips, 2, 6))).isEqualTo(samples);
  }

  private float[] prepare(Audio... clips) throws SpeechException {
    return reference.joined(reference.speech(List.of(clips)));
  }

  private SpeechException failure(Audio... clips) {
    return catchThrowableOfType(SpeechException.class, () -> prepare(clips));
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
