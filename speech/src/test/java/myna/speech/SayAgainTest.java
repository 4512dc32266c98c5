package myna.speech;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import myna.codec.Tokens;
import myna.jobs.Cancellation;
import myna.onnx.ModelPack;
import myna.onnx.PackException;
import myna.onnx.Packs;
import myna.text.Sentence;
import myna.text.TextSettings;
import myna.text.en.EnglishFrontEnd;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class SayAgainTest {
  private static final String TEXT =
      "When the long winter evenings came at last, everybody gathered around the fire, told the"
          + " oldest stories anyone could remember, and went home late.";

  private static SpeechModel model;
  private static Synthesizer synthesizer;
  private static VoiceCast voices;
  private static Sentence sentence;
  private static SpeechSettings settings;
  private static SpokenSentence before;

  @BeforeAll
  static void speak() throws PackException, SpeechException {
    model = ModelPack.open(Packs.TINY).load(Packs.cpu());
    synthesizer = new Synthesizer(model);
    voices = VoiceCast.of(synthesizer.voice(ReferenceClipTest.clip(0.3, 3, 16_000)));
    sentence = new EnglishFrontEnd(TextSettings.DEFAULT).analyze(TEXT).sentences().getFirst();
    settings = SpeechSettings.of(model.format()).withSeed(5);
    before = synthesizer.speak(sentence, voices, settings, Cancellation.NEVER);
  }

  @AfterAll
  static void close() {
    model.close();
  }

  @Test
  void onlyTheWordChanges() {
    int word = 6; // "last"
    SpokenSentence again = sayAgain(word, 1);
    assertThat(again.words())
        .extracting(SpokenWord::start)
        .isEqualTo(before.words().stream().map(SpokenWord::start).toList());
    List<Integer> changed = changed(before.tokens().getFirst(), again.tokens().getFirst());
    double length = before.words().get(word).end() - before.words().get(word).start();
    double frame = model.format().signal().frameSeconds();
    assertThat(changed).isNotEmpty();
    assertThat(changed.getLast() - changed.getFirst() + 1)
        .isLessThanOrEqualTo((int) Math.round(length / frame) + 2);
    assertThat(again.audio().length()).isEqualTo(before.audio().length());
  }

  @Test
  void anotherSeedSaysItOtherwise() {
    assertThat(sayAgain(2, 1).audio()).isEqualTo(sayAgain(2, 1).audio());
    assertThat(sayAgain(2, 1).audio()).isNotEqualTo(sayAgain(2, 2).audio());
  }

  @Test
  void whatWasSpokenOtherwiseIsRefused() {
    assertThatThrownBy(
            () ->
                synthesizer.sayAgain(
                    before, voices, settings.withSpeed(2), new Redo(2, 1), Cancellation.NEVER))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private static SpokenSentence sayAgain(int word, long seed) {
    return synthesizer.sayAgain(before, voices, settings, new Redo(word, seed), Cancellation.NEVER);
  }

  private static List<Integer> changed(Tokens one, Tokens other) {
    List<Integer> frames = new ArrayList<>();
    for (int i = 0; i < one.frames(); i++) {
      if (!one.slice(i, i + 1).equals(other.slice(i, i + 1))) {
        frames.add(i);
      }
    }
    return frames;
  }
}
