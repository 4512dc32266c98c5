package myna.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.OptionalDouble;
import myna.audio.Audio;
import myna.audio.AudioFiles;
import myna.audio.Signals;
import myna.jobs.Cancellation;
import myna.onnx.pack.Packs;
import myna.text.TextSettings;
import myna.voice.ConsentSentence;
import myna.watermark.Detection;
import myna.watermark.WatermarkDetector;
import myna.watermark.Watermarker;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * Spoken consent as the delivered pack hears it, which says the sentences itself: without its
 * watermark, it passes for the reader.
 */
class ConsentTest {
  private static final Path PACK = Path.of("models", "en-small");
  private static final LocalDate DAY = LocalDate.of(2026, 11, 28);
  private static final ConsentSentence ASKED =
      new ConsentSentence("Linda", DAY, List.of("cathedral", "helmet", "orchestra", "yogurt"));

  private static PackLease pack;
  private static Audio linda;
  private static Audio said;

  @BeforeAll
  static void speak() throws Exception {
    assumeTrue(Files.exists(PACK));
    pack = Packs.lease(PACK);
    linda = AudioFiles.read(Path.of("assets", "reference", "linda.wav"));
    SpeechRequest request = SpeechRequest.of(ASKED.text(), VoiceSource.of(List.of(linda)));
    said = pack.speak(request, Cancellation.NEVER).audio();
  }

  @AfterAll
  static void close() {
    if (pack != null) {
      pack.close();
    }
  }

  @Test
  void theSentenceInTheVoiceIsConsent() throws Exception {
    HeardConsent heard = hear(ASKED, said, linda);
    assertThat(heard.refusal()).as("%s", heard).isEmpty();
    var spoken = heard.spoken(ASKED, DAY);
    assertThat(spoken.sentence()).isEqualTo(ASKED.text());
    assertThat(spoken.likeness()).isBetween(heard.leastLikeness(), 1.0);
  }

  @Test
  void fourOtherWordsAreNot() throws Exception {
    ConsentSentence other =
        new ConsentSentence("Linda", DAY, List.of("magnet", "pyramid", "window", "elephant"));
    HeardConsent heard = hear(other, said, linda);
    assertThat(heard.refusal()).contains(HeardConsent.Refusal.OTHER_WORDS);
    assertThatThrownBy(() -> heard.spoken(other, DAY)).isInstanceOf(IllegalStateException.class);
    assertThat(hear(ASKED, linda, linda).refusal()).contains(HeardConsent.Refusal.OTHER_WORDS);
  }

  @Test
  void anotherVoiceIsNot() throws Exception {
    Audio deep = AudioFiles.read(Path.of("assets", "reference", "deep.wav"));
    assertThat(hear(ASKED, said, deep).refusal()).contains(HeardConsent.Refusal.OTHER_VOICE);
  }

  @Test
  void syntheticSpeechIsNot() throws Exception {
    assertThat(hear(ASKED, Watermarker.embed(said), linda).refusal())
        .contains(HeardConsent.Refusal.SYNTHETIC);
  }

  @Test
  void silenceIsAFailure() {
    assertThatThrownBy(() -> hear(ASKED, Signals.silence(4, 16000), linda))
        .isInstanceOf(EngineException.class)
        .hasMessageContaining("no speech");
  }

  @Test
  void whatCannotBeToldIsNot() {
    Detection unmarked = WatermarkDetector.detect(Signals.speech(1, 120, 4, 16000));
    assertThat(new HeardConsent(0, 1, OptionalDouble.empty(), 0.5, unmarked).refusal())
        .contains(HeardConsent.Refusal.NO_SPEAKER_NETWORK);
    Detection tooShort = WatermarkDetector.detect(Signals.speech(1, 120, 0.5, 16000));
    assertThat(new HeardConsent(0, 1, OptionalDouble.of(1), 0.5, tooShort).refusal())
        .contains(HeardConsent.Refusal.SYNTHETIC);
  }

  private static HeardConsent hear(ConsentSentence asked, Audio recording, Audio clip)
      throws EngineException {
    return pack.hearConsent(asked, recording, List.of(clip), TextSettings.DEFAULT);
  }
}
