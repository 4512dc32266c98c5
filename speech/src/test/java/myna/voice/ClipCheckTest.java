package myna.voice;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import myna.audio.Audio;
import myna.audio.AudioFiles;
import myna.audio.Levels;
import myna.audio.Resampler;
import myna.audio.Signals;
import myna.voice.Finding.Aspect;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ClipCheckTest {
  private static final Path CLIPS = Path.of("assets", "reference");

  private Audio linda;

  @BeforeEach
  void read() throws Exception {
    linda = AudioFiles.read(CLIPS.resolve("linda.wav"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"linda.wav", "kathleen.wav", "deep.wav"})
  void findsNothingBadInGoodClips(String name) throws Exception {
    ClipReport report = ClipCheck.of(AudioFiles.read(CLIPS.resolve(name)));
    assertThat(report.findings()).hasSize(Aspect.values().length);
    assertThat(report.findings()).noneMatch(finding -> finding.grade() == Grade.POOR);
    assertThat(report.of(Aspect.CLIPPING).grade()).isEqualTo(Grade.GOOD);
    assertThat(report.of(Aspect.REVERBERATION).grade()).isEqualTo(Grade.GOOD);
    assertThat(report.of(Aspect.BANDWIDTH).grade()).isEqualTo(Grade.GOOD);
  }

  @ParameterizedTest
  @CsvSource({"35,GOOD", "22,FAIR", "10,POOR"})
  void hearsNoise(double snr, Grade grade) {
    Finding finding = ClipCheck.of(Degrade.noise(linda, snr)).of(Aspect.NOISE);
    assertThat(finding.value()).isCloseTo(snr, Offset.offset(3.0));
    assertThat(finding.grade()).isEqualTo(grade);
  }

  @ParameterizedTest
  @CsvSource({"0.5,FAIR", "1.0,POOR"})
  void hearsRooms(double seconds, Grade grade) {
    Finding finding = ClipCheck.of(Degrade.room(linda, seconds)).of(Aspect.REVERBERATION);
    assertThat(finding.value()).isCloseTo(seconds, Offset.offset(0.25 * seconds));
    assertThat(finding.grade()).isEqualTo(grade);
  }

  @Test
  void seesOverdrive() {
    assertThat(grade(Degrade.overdrive(linda, 0.25), Aspect.CLIPPING)).isEqualTo(Grade.POOR);
    Audio quieter = Levels.amplify(Degrade.overdrive(linda, 0.25), -10);
    assertThat(grade(quieter, Aspect.CLIPPING)).isEqualTo(Grade.POOR);
    assertThat(grade(Levels.amplify(linda, -10), Aspect.CLIPPING)).isEqualTo(Grade.GOOD);
  }

  @Test
  void hearsATelephone() {
    Audio telephone = Resampler.resample(linda, 8000);
    assertThat(grade(telephone, Aspect.BANDWIDTH)).isEqualTo(Grade.POOR);
    assertThat(grade(Resampler.resample(telephone, 44100), Aspect.BANDWIDTH)).isEqualTo(Grade.POOR);
    Audio dull = Resampler.resample(Resampler.resample(linda, 12000), 48000);
    assertThat(grade(dull, Aspect.BANDWIDTH)).isEqualTo(Grade.FAIR);
  }

  @Test
  void tellsTheLevel() {
    assertThat(grade(Levels.normalize(linda, -24, 0), Aspect.LOUDNESS)).isEqualTo(Grade.GOOD);
    assertThat(grade(Levels.amplify(Levels.normalize(linda, -24, 0), -16), Aspect.LOUDNESS))
        .isEqualTo(Grade.FAIR);
    assertThat(grade(Levels.amplify(linda, -40), Aspect.LOUDNESS)).isEqualTo(Grade.POOR);
  }

  @Test
  void tellsTooLittleSpeech() {
    Audio speech = Signals.speech(1, 120, 12, 16000);
    assertThat(grade(speech, Aspect.SPEECH)).isEqualTo(Grade.GOOD);
    assertThat(grade(speech.slice(0, 48000), Aspect.SPEECH)).isEqualTo(Grade.FAIR);
    assertThat(grade(speech.slice(0, 16000), Aspect.SPEECH)).isEqualTo(Grade.POOR);
  }

  @Test
  void doesNotBlameAShortClipForWhatCannotBeTold() {
    ClipReport report = ClipCheck.of(linda.slice(8000, 8000 + 44000));
    assertThat(report.of(Aspect.SPEAKERS).value()).isNaN();
    assertThat(report.of(Aspect.SPEAKERS).advice()).isEqualTo("there is too little speech to tell");
    assertThat(report.overall()).isEqualTo(Grade.FAIR);
  }

  @Test
  void hearsASecondVoice() throws Exception {
    Audio deep = AudioFiles.read(CLIPS.resolve("deep.wav"));
    Audio both = Signals.join(Levels.normalize(linda, -24, -1), Levels.normalize(deep, -24, -1));
    Finding two = ClipCheck.of(both).of(Aspect.SPEAKERS);
    assertThat(two.value()).isGreaterThan(0.8);
    assertThat(two.advice()).contains("% likely");
    assertThat(ClipCheck.of(linda).of(Aspect.SPEAKERS).value()).isLessThan(0.6);
  }

  @Test
  void saysSomethingAboutAnyClip() {
    for (Audio odd :
        new Audio[] {
          new Audio(new float[0], 16000),
          new Audio(new float[1], 16000),
          Signals.silence(3, 44100),
          Signals.noise(1, 0.1, 3, 8000),
          Signals.sine(100, 0.9, 3, 96000),
          Signals.sine(100, 0.9, 0.001, 1000)
        }) {
      ClipReport report = ClipCheck.of(odd);
      assertThat(report.findings())
          .allSatisfy(finding -> assertThat(finding.advice()).isNotBlank().hasLineCount(1));
    }
    ClipReport silent = ClipCheck.of(Signals.silence(3, 44100));
    assertThat(silent.overall()).isEqualTo(Grade.POOR);
    assertThat(silent.of(Aspect.SPEECH).advice()).startsWith("no speech can be heard");
  }

  private static Grade grade(Audio clip, Aspect aspect) {
    return ClipCheck.of(clip).of(aspect).grade();
  }
}
