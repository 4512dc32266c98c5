package myna.speech.take;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import myna.codec.SeededNoise;
import myna.codec.Tokens;
import myna.jobs.Cancellation;
import myna.speech.CheckSettings;
import myna.speech.Spacing;
import myna.speech.SpeechCost;
import myna.speech.SpeechSettings;
import myna.speech.Stage;
import myna.speech.model.Rhythm;
import myna.speech.model.SpeechModel;
import myna.speech.model.SymbolTable;
import myna.speech.model.VoiceFeatures;
import myna.speech.phrase.Chunk;

/** Speaks chunks, and listens to them where that is asked. */
public final class ChunkSpeaker {
  private final SpeechModel model;
  private final SymbolTable table;
  private final TakeJudge judge;

  /**
   * What to speak.
   *
   * @param seed of this chunk
   * @param again what of an earlier take stays; empty for all anew
   */
  public record Order(
      Chunk chunk,
      VoiceFeatures voice,
      SpeechSettings settings,
      long seed,
      Optional<Again> again) {}

  /**
   * Everything of an earlier take but one word.
   *
   * @param before tokens of the earlier take, which was spoken with the same settings and seed
   * @param word its number in the chunk; outside of it, everything stays
   * @param seed of what is said anew
   */
  public record Again(Tokens before, int word, long seed) {}

  public ChunkSpeaker(SpeechModel model) {
    this.model = model;
    table = new SymbolTable(model.format().symbols());
    judge = new TakeJudge(model);
  }

  /** How pauses go with chunks of a voice. */
  public Spacing spacing(Rhythm rhythm, double speed) {
    return Edges.spacing(model.format(), rhythm, speed);
  }

  /** How long a chunk will sound. */
  public PlannedLength.Part length(Chunk chunk, VoiceFeatures voice) {
    PhonemeSequence sequence = PhonemeSequence.of(chunk.words(), table);
    float[] logDurations = model.text(sequence.symbols(), voice).logDurations();
    return new PlannedLength.Part(sequence.slots(), logDurations, voice.rhythm(), chunk.pause());
  }

  /**
   * Speaks a chunk: as often as takes are to be compared, and again as long as a word is doubtful
   * and takes are left, each time with another seed. The take with the fewest doubtful words is
   * kept, of several the better.
   *
   * @param pieces told all samples of the take that is kept, as soon as it is known which one is
   */
  public SpokenChunk speak(Order order, Consumer<Piece> pieces, Cancellation cancellation) {
    CheckSettings check = order.settings().check();
    if (!check.listens()) {
      return new ChunkTake(model, table, order, order.seed()).speak(pieces, cancellation);
    }
    Heard best = hear(order, order.seed(), cancellation);
    SpeechCost cost = best.chunk().cost();
    int takes = order.again().isPresent() ? 1 : Math.max(check.takes(), check.compared());
    for (int take = 1; take < takes; take++) {
      if (take >= check.compared() && best.chunk().doubtful() == 0) {
        break;
      }
      Heard again = hear(order, SeededNoise.derive(order.seed(), take), cancellation);
      cost = cost.plus(again.chunk().cost());
      best = again.isBetterThan(best) ? again : best;
    }
    best.pieces().forEach(pieces);
    return best.chunk().withCost(cost);
  }

  private record Heard(SpokenChunk chunk, List<Piece> pieces, double merit) {
    boolean isBetterThan(Heard other) {
      return chunk.doubtful() == other.chunk.doubtful()
          ? merit > other.merit
          : chunk.doubtful() < other.chunk.doubtful();
    }
  }

  private Heard hear(Order order, long seed, Cancellation cancellation) {
    List<Piece> pieces = new ArrayList<>();
    ChunkTake take = new ChunkTake(model, table, order, seed);
    SpokenChunk spoken = take.speak(pieces::add, cancellation);
    long start = System.nanoTime();
    boolean compared = order.settings().check().compared() > 1;
    TakeJudge.Verdict verdict =
        judge.judge(
            order.chunk().words(),
            take.audio(),
            compared ? Optional.of(order.voice()) : Optional.empty());
    SpeechCost listening = SpeechCost.of(Stage.CHECK, System.nanoTime() - start);
    SpokenChunk heard = spoken.heard(verdict.words()).withCost(spoken.cost().plus(listening));
    return new Heard(heard, pieces, verdict.merit());
  }
}
