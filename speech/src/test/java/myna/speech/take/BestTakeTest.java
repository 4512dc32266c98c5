package myna.speech.take;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import myna.codec.SeededNoise;
import myna.jobs.Cancellation;
import myna.onnx.pack.ModelPack;
import myna.onnx.pack.Packs;
import myna.speech.CheckSettings;
import myna.speech.Knob;
import myna.speech.SpeechOptions;
import myna.speech.SpeechSettings;
import myna.speech.model.SpeechModel;
import myna.speech.model.SymbolTable;
import myna.speech.model.VoiceFeatures;
import myna.speech.phrase.Chunk;
import myna.speech.phrase.Chunker;
import myna.speech.reference.ReferenceClipTest;
import myna.speech.synthesis.Synthesizer;
import myna.text.TextSettings;
import myna.text.en.EnglishFrontEnd;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class BestTakeTest {
  private static SpeechModel model;
  private static VoiceFeatures voice;
  private static Chunk chunk;

  @BeforeAll
  static void load() throws Exception {
    model = ModelPack.open(Packs.TINY).load(Packs.cpu());
    voice = new Synthesizer(model).voice(ReferenceClipTest.clip(0.3, 3, 16_000));
    EnglishFrontEnd frontEnd = new EnglishFrontEnd(TextSettings.DEFAULT);
    chunk =
        Chunker.chunks(frontEnd.analyze("The rain had stopped.").sentences().getFirst().words())
            .getFirst();
  }

  @AfterAll
  static void close() {
    model.close();
  }

  /** Three takes compared are the three that their seeds give one by one, and the best is kept. */
  @Test
  void keepsTheTakeOfMostMerit() {
    List<float[]> takes = new ArrayList<>();
    List<SpokenChunk> chunks = new ArrayList<>();
    List<Double> merits = new ArrayList<>();
    for (int take = 0; take < 3; take++) {
      long seed = take == 0 ? 5 : SeededNoise.derive(5, take);
      SymbolTable table = new SymbolTable(model.format().symbols());
      ChunkTake one = new ChunkTake(model, table, order(1, 5), seed);
      List<float[]> pieces = new ArrayList<>();
      SpokenChunk spoken = one.speak(piece -> pieces.add(piece.samples()), Cancellation.NEVER);
      TakeJudge.Verdict verdict =
          new TakeJudge(model).judge(chunk.words(), one.audio(), Optional.of(voice));
      takes.add(joined(pieces));
      chunks.add(spoken.heard(verdict.words()));
      merits.add(verdict.merit());
    }
    int best = 0;
    for (int take = 1; take < 3; take++) {
      long fewer = chunks.get(best).doubtful() - chunks.get(take).doubtful();
      best = fewer > 0 || (fewer == 0 && merits.get(take) > merits.get(best)) ? take : best;
    }
    assertThat(samples(order(3, 5))).isEqualTo(takes.get(best));
    assertThat(merits).doesNotHaveDuplicates();
  }

  @Test
  void allTakesCost() {
    SpokenChunk spoken =
        new ChunkSpeaker(model).speak(order(4, 5), piece -> {}, Cancellation.NEVER);
    assertThat(spoken.cost().takes()).isEqualTo(4);
    assertThat(spoken.words()).allMatch(word -> word.clarity().isChecked());
  }

  @Test
  void theBestQualityIsTheBestOfThreeTakes() {
    SpeechSettings best = settings(SpeechOptions.NONE.with(Knob.QUALITY, "best"));
    assertThat(best.check().compared()).isEqualTo(3);
    assertThat(best.sampling()).isEqualTo(model.format().defaults());
    SpeechOptions more = SpeechOptions.NONE.with(Knob.QUALITY, "best").with(Knob.BEST, 5);
    assertThat(settings(more).check().compared()).isEqualTo(5);
    assertThat(settings(more.with(Knob.VERIFY, true)).check().compared()).isEqualTo(5);
    assertThat(settings(SpeechOptions.NONE.with(Knob.QUALITY, "draft")).sampling().steps())
        .isLessThan(model.format().defaults().steps());
  }

  private static SpeechSettings settings(SpeechOptions options) {
    return options.settings(model.format().defaults());
  }

  @Test
  void refusesNoTakes() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> SpeechOptions.NONE.with(Knob.BEST, 0).check())
        .withMessage("best must be from 1 to 20, not 0");
  }

  private static ChunkSpeaker.Order order(int compared, long seed) {
    SpeechSettings settings =
        SpeechSettings.of(model.format()).withCheck(CheckSettings.OFF.comparing(compared));
    return new ChunkSpeaker.Order(
        chunk,
        voice,
        settings.withSampling(settings.sampling().withSteps(2)),
        seed,
        Optional.empty());
  }

  private static float[] samples(ChunkSpeaker.Order order) {
    List<float[]> pieces = new ArrayList<>();
    new ChunkSpeaker(model).speak(order, piece -> pieces.add(piece.samples()), Cancellation.NEVER);
    return joined(pieces);
  }

  private static float[] joined(List<float[]> pieces) {
    int length = pieces.stream().mapToInt(piece -> piece.length).sum();
    float[] all = new float[length];
    int at = 0;
    for (float[] piece : pieces) {
      System.arraycopy(piece, 0, all, at, piece.length);
      at += piece.length;
    }
    return all;
  }
}
