package myna.speech;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import myna.audio.Audio;
import myna.audio.Resampler;
import myna.codec.SeededNoise;
import myna.codec.Tokens;
import myna.jobs.Cancellation;

/** Speaks chunks, and listens to them where that is asked. */
final class ChunkSpeaker {
  private final SpeechModel model;
  private final SymbolTable table;
  private final Ear ear;

  /**
   * What to speak.
   *
   * @param seed of this chunk
   * @param again what of an earlier take stays; empty for all anew
   */
  record Order(
      Chunk chunk, VoiceFeatures voice, SpeechSettings settings, long seed, Optional<Again> again) {
    Order withSeed(long other) {
      return new Order(chunk, voice, settings, other, again);
    }
  }

  /**
   * Everything of an earlier take but one word.
   *
   * @param before tokens of the earlier take, which was spoken with the same settings and seed
   * @param word its number in the chunk; outside of it, everything stays
   * @param seed of what is said anew
   */
  record Again(Tokens before, int word, long seed) {}

  ChunkSpeaker(SpeechModel model) {
    this.model = model;
    table = new SymbolTable(model.format().symbols());
    ear = new Ear(model.format());
  }

  /** Silence that the samples of a chunk start and end with, in seconds together. */
  double edgeSeconds() {
    return Edges.frames(model.format()) * model.format().signal().frameSeconds();
  }

  /**
   * Speaks a chunk; again, with another seed, as long as a word is doubtful and takes are left. The
   * take whose worst word is best is kept.
   *
   * @param pieces told all samples of the take that is kept, as soon as it is known which one is
   */
  SpokenChunk speak(Order order, Consumer<Piece> pieces, Cancellation cancellation) {
    CheckSettings check = order.settings().check();
    if (order.again().isPresent() && check.takes() > 0) {
      Heard once = hear(order, cancellation);
      once.pieces().forEach(pieces);
      return once.chunk();
    }
    if (check.takes() == 0) {
      return new ChunkTake(model, table, order).speak(pieces, cancellation);
    }
    Heard best = hear(order, cancellation);
    SpeechCost cost = best.chunk().cost();
    for (int take = 1; take < check.takes(); take++) {
      if (best.chunk().worst() >= check.doubtful()) {
        break;
      }
      long seed = SeededNoise.derive(order.seed(), take);
      Heard again = hear(order.withSeed(seed), cancellation);
      cost = cost.plus(again.chunk().cost());
      best = again.chunk().worst() > best.chunk().worst() ? again : best;
    }
    best.pieces().forEach(pieces);
    return best.chunk().withCost(cost);
  }

  private record Heard(SpokenChunk chunk, List<Piece> pieces) {}

  private Heard hear(Order order, Cancellation cancellation) {
    List<Piece> pieces = new ArrayList<>();
    ChunkTake take = new ChunkTake(model, table, order);
    SpokenChunk spoken = take.speak(pieces::add, cancellation);
    long start = System.nanoTime();
    Audio heard = Resampler.resample(take.audio(), model.format().signal().sampleRate());
    double[] scores = ear.scores(order.chunk().words(), model.posteriors(heard.samples()));
    SpeechCost listening = SpeechCost.of(Stage.CHECK, System.nanoTime() - start);
    return new Heard(spoken.scored(scores).withCost(spoken.cost().plus(listening)), pieces);
  }
}
