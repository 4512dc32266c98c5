package myna.speech.synthesis;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import myna.audio.Audio;
import myna.codec.SeededNoise;
import myna.jobs.Cancellation;
import myna.onnx.PackException;
import myna.onnx.pack.ModelPack;
import myna.onnx.pack.Packs;
import myna.speech.CheckSettings;
import myna.speech.SpeechException;
import myna.speech.SpeechListener;
import myna.speech.SpeechSettings;
import myna.speech.SpokenSentence;
import myna.speech.model.SpeechModel;
import myna.speech.model.VoiceFeatures;
import myna.text.TextSettings;
import myna.text.en.EnglishFrontEnd;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class SpeechPiecesTest {
  private static final String TEXT =
      "When the long winter evenings came at last, everybody gathered around the fire, told the"
          + " oldest stories anyone could remember, and went home late. Good night.";

  private static SpeechModel model;
  private static Recital recital;
  private static VoiceFeatures voice;

  @BeforeAll
  static void load() throws PackException, SpeechException {
    model = ModelPack.open(Packs.TINY).load(Packs.cpu());
    Synthesizer synthesizer = new Synthesizer(model);
    recital = new Recital(synthesizer, new EnglishFrontEnd(TextSettings.DEFAULT));
    voice = synthesizer.voice(new Audio(hum(80_000), 16_000));
  }

  @AfterAll
  static void close() {
    model.close();
  }

  @Test
  void piecesAreTheWholeToTheBit() throws SpeechException {
    List<SpokenSentence> sentences = new ArrayList<>();
    List<Audio> pieces = new ArrayList<>();
    List<Integer> counts = new ArrayList<>();
    recital.stream(
        passage(SpeechSettings.of(model.format())),
        listener(
            pieces,
            sentence -> {
              sentences.add(sentence);
              counts.add(pieces.size());
            }),
        Cancellation.NEVER);
    assertThat(counts).hasSize(2);
    assertThat(counts.getFirst()).as("the first phrase comes before the rest").isGreaterThan(1);
    assertThat(joined(pieces.subList(0, counts.getFirst())))
        .containsExactly(sentences.getFirst().audio().samples());
    assertThat(joined(pieces.subList(counts.getFirst(), counts.getLast())))
        .containsExactly(sentences.getLast().audio().samples());
    double end = sentences.getFirst().words().getLast().end();
    assertThat(end).isLessThanOrEqualTo(sentences.getFirst().audio().seconds());
  }

  @Test
  void whatIsCheckedComesWhenItIsDecided() throws SpeechException {
    SpeechSettings settings = SpeechSettings.of(model.format()).withCheck(new CheckSettings(2, 1));
    List<Audio> pieces = new ArrayList<>();
    List<SpokenSentence> sentences = new ArrayList<>();
    recital.stream(passage(settings), listener(pieces, sentences::add), Cancellation.NEVER);
    float[] whole = joined(sentences.stream().map(SpokenSentence::audio).toList());
    assertThat(joined(pieces)).containsExactly(whole);
    assertThat(sentences.getFirst().words()).allMatch(word -> word.clarity().isChecked());
    assertThat(sentences.getFirst().cost().takes()).isEqualTo(2);
  }

  @Test
  void theSameSeedGivesTheSameSamples() throws SpeechException {
    Passage passage = passage(SpeechSettings.of(model.format()).withSeed(5));
    float[] once = recital.speak(passage, Cancellation.NEVER).audio().samples();
    float[] again = recital.speak(passage, Cancellation.NEVER).audio().samples();
    assertThat(again).containsExactly(once);
  }

  private static Passage passage(SpeechSettings settings) {
    return new Passage(
        TEXT, VoiceCast.of(voice), settings.withSampling(settings.sampling().withSteps(2)));
  }

  private static SpeechListener listener(List<Audio> pieces, Consumer<SpokenSentence> sentences) {
    return new SpeechListener() {
      @Override
      public void piece(Audio piece) {
        pieces.add(piece);
      }

      @Override
      public void sentence(SpokenSentence sentence) {
        sentences.accept(sentence);
      }
    };
  }

  private static float[] joined(List<Audio> pieces) {
    Assembly assembly = new Assembly(16_000);
    pieces.forEach(piece -> assembly.add(piece.samples()));
    return assembly.audio().samples();
  }

  /** A tone that swells again and again, with a little noise. */
  private static float[] hum(int length) {
    float[] samples = new SeededNoise(4).gaussian(length);
    for (int t = 0; t < length; t++) {
      double swell = 0.5 + 0.5 * Math.sin(t / 2000.0);
      samples[t] = (float) (0.001 * samples[t] + 0.3 * swell * Math.sin(t * 0.06));
    }
    return samples;
  }
}
