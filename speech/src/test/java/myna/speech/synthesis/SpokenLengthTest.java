package myna.speech.synthesis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import myna.jobs.Cancellation;
import myna.onnx.PackException;
import myna.onnx.pack.ModelPack;
import myna.onnx.pack.Packs;
import myna.speech.SpeechException;
import myna.speech.SpeechSettings;
import myna.speech.SpokenLength;
import myna.speech.SpokenSentence;
import myna.speech.model.SpeechModel;
import myna.speech.reference.ReferenceClipTest;
import myna.text.Sentence;
import myna.text.TextSettings;
import myna.text.en.EnglishFrontEnd;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is said to be a sentence's length is its length, to the sample. */
class SpokenLengthTest {
  private static SpeechModel model;
  private static Synthesizer synthesizer;
  private static VoiceCast voices;

  @BeforeAll
  static void load() throws PackException, SpeechException {
    model = ModelPack.open(Packs.TINY).load(Packs.cpu());
    synthesizer = new Synthesizer(model);
    voices = VoiceCast.of(synthesizer.voice(ReferenceClipTest.clip(0.3, 3, 16_000)));
  }

  @AfterAll
  static void close() {
    model.close();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "1; Yes.",
        "1.3; Yes, I think so.",
        "0.8; He waited, [pause 900ms] and then, because nobody came, he left the house again.",
        "1.17; He waited, [pause 900ms] and then, because nobody came, he left the house again.",
        "2.5; When the long winter evenings came at last, everybody gathered around the fire,"
            + " told the oldest stories anyone could remember, and went home late over the hills."
      })
  void isWhatTheSentenceWillTake(double speed, String text) {
    Sentence sentence =
        new EnglishFrontEnd(TextSettings.DEFAULT).analyze(text).sentences().getFirst();
    SpeechSettings settings = SpeechSettings.of(model.format()).withSpeed(speed);
    SpokenSentence spoken = synthesizer.speak(sentence, voices, settings, Cancellation.NEVER);
    SpokenLength length = synthesizer.length(sentence, voices);
    assertThat(length.whole(speed)).isCloseTo(spoken.audio().seconds(), within(1e-9));
    assertThat(length.lead(speed)).isCloseTo(spoken.words().getFirst().start(), within(1e-9));
    assertThat(length.whole(speed) - length.tail(speed))
        .isCloseTo(spoken.words().getLast().end(), within(1e-9));
    assertThat(length.pauseAfter(speed)).isCloseTo(spoken.pauseSeconds(), within(1e-9));
  }
}
