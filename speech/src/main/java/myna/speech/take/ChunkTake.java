package myna.speech.take;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import myna.audio.Audio;
import myna.codec.CodecStream;
import myna.codec.NoiseSource;
import myna.codec.SeededNoise;
import myna.codec.Tokens;
import myna.jobs.Cancellation;
import myna.resgen.Beginning;
import myna.resgen.GeneratorNetwork;
import myna.resgen.Sampled;
import myna.resgen.SamplingSettings;
import myna.speech.Clarity;
import myna.speech.SpeechCost;
import myna.speech.SpeechSettings;
import myna.speech.SpokenWord;
import myna.speech.Stage;
import myna.speech.model.SpeechModel;
import myna.speech.model.SymbolTable;
import myna.speech.model.TextFeatures;
import myna.text.Word;

/**
 * One take of a chunk: phonemes to durations to tokens to samples. The durations are those of the
 * whole chunk; it is sampled in {@link Parts}, and each part is decoded as soon as it is there.
 */
final class ChunkTake {
  /** Numbers of the parts of the work that a seed is derived for. */
  private static final long DECODER_PART = 1_000_003;

  private static final long LATER_PARTS = 2_000_003;
  private static final long DURATIONS = 3_000_003;

  /** Frames on both sides of a word that is said again, which change with it. */
  private static final int SEAM_FRAMES = 1;

  private final SpeechModel model;
  private final ChunkSpeaker.Order order;
  private final long seed;
  private final PhonemeSequence sequence;
  private final CodecStream stream;
  private Tokens tokens;
  private SpeechCost cost = new SpeechCost(Map.of(), 0, 0, 1);
  private float[] samples = {};

  /**
   * A take.
   *
   * @param seed of its sound; the durations hang on the seed of the order, so that a word of any
   *     take can be said again
   */
  ChunkTake(SpeechModel model, SymbolTable table, ChunkSpeaker.Order order, long seed) {
    this.model = model;
    this.order = order;
    this.seed = seed;
    sequence = PhonemeSequence.of(order.chunk().words(), table);
    stream = model.codec().stream(SeededNoise.derive(seed, DECODER_PART));
  }

  /**
   * Speaks the chunk.
   *
   * @param pieces told each piece as soon as it is there; they lack most of the silence at the ends
   * @return without scores
   */
  SpokenChunk speak(Consumer<Piece> pieces, Cancellation cancellation) {
    long start = System.nanoTime();
    TextFeatures features = model.text(sequence.symbols(), order.voice());
    int[] frames = frames(features.logDurations());
    float[] text = Durations.expand(features, frames);
    cost = cost.plus(SpeechCost.of(Stage.DURATIONS, System.nanoTime() - start));
    Edges edges = new Edges(model.format(), frames);
    Optional<Beginning> beginning = order.again().map(again -> beginning(again, frames));
    List<Integer> ends = new Parts(model.format().signal()).ends(sequence.slots(), frames);
    int from = 0;
    for (int part = 0; part < ends.size(); part++) {
      int to = ends.get(part);
      int width = features.width();
      float[] own = Arrays.copyOfRange(text, from * width, to * width);
      Stretch stretch = new Stretch(part, from, to);
      add(
          beginning.isEmpty()
              ? sample(stretch, own, cancellation)
              : fill(beginning.get(), stretch, own, cancellation));
      pieces.accept(edges.trim(decode(part == ends.size() - 1), from));
      from = to;
    }
    return new SpokenChunk(timed(frames, edges.lead()), tokens, cost);
  }

  private int[] frames(float[] logDurations) {
    SpeechSettings settings = order.settings();
    Durations durations = new Durations(model.format(), order.voice().rhythm(), settings.speed());
    double temperature = settings.sampling().draw().temperature();
    NoiseSource noise = new SeededNoise(SeededNoise.derive(order.seed(), DURATIONS));
    return durations.drawn(sequence.slots(), logDurations, temperature, noise);
  }

  /** All that was decoded, the silence at the ends included. */
  Audio audio() {
    return new Audio(samples, model.format().signal().outputRate());
  }

  /** A part of the chunk, from frame to frame. */
  private record Stretch(int part, int from, int to) {}

  /**
   * The tokens of a part.
   *
   * @param text [L][H] of its frames
   */
  private Tokens sample(Stretch stretch, float[] text, Cancellation cancellation) {
    int part = stretch.part();
    long own = part == 0 ? seed : SeededNoise.derive(seed, LATER_PARTS + part);
    SamplingSettings settings = order.settings().sampling();
    try (GeneratorNetwork network = model.generator(text, order.voice(), settings.guidance())) {
      return counted(model.sampler().sample(network, settings, new SeededNoise(own), cancellation));
    }
  }

  /** The tokens of a part of which some are known; where all are, they stay. */
  private Tokens fill(Beginning whole, Stretch stretch, float[] text, Cancellation cancellation) {
    Beginning own = whole.slice(stretch.from(), stretch.to());
    if (own.isComplete()) {
      return own.known();
    }
    long anew = SeededNoise.derive(order.again().orElseThrow().seed(), stretch.part());
    SamplingSettings settings = order.settings().sampling();
    try (GeneratorNetwork network = model.generator(text, order.voice(), settings.guidance())) {
      return counted(
          model.sampler().sample(network, settings, own, new SeededNoise(anew), cancellation));
    }
  }

  /** Everything of the earlier take but the frames of the word. */
  private Beginning beginning(ChunkSpeaker.Again again, int[] frames) {
    int from = -1;
    int to = 0;
    int at = 0;
    for (int i = 0; i < frames.length; i++) {
      if (sequence.slots().get(i) instanceof PhonemeSequence.Slot.Phone(int word, double _)
          && word == again.word()) {
        from = from < 0 ? at : from;
        to = at + frames[i];
      }
      at += frames[i];
    }
    if (at != again.before().frames()) {
      throw new IllegalArgumentException("the take was spoken otherwise");
    }
    return from < 0
        ? Beginning.without(again.before(), 0, 0)
        : Beginning.without(
            again.before(), Math.max(0, from - SEAM_FRAMES), Math.min(at, to + SEAM_FRAMES));
  }

  private Tokens counted(Sampled sampled) {
    Map<Stage, Long> nanos =
        Map.of(
            Stage.NETWORK, sampled.networkNanos(),
            Stage.DRAW, sampled.drawNanos(),
            Stage.UNMASK, sampled.unmaskNanos());
    cost = cost.plus(new SpeechCost(nanos, sampled.evaluations(), sampled.frameEvaluations(), 0));
    return sampled.tokens();
  }

  private void add(Tokens more) {
    stream.add(more);
    tokens = tokens == null ? more : tokens.then(more);
  }

  private float[] decode(boolean last) {
    long start = System.nanoTime();
    if (last) {
      stream.end();
    }
    float[] piece = stream.next(stream.remaining());
    int before = samples.length;
    samples = Arrays.copyOf(samples, before + piece.length);
    System.arraycopy(piece, 0, samples, before, piece.length);
    cost = cost.plus(SpeechCost.of(Stage.DECODE, System.nanoTime() - start));
    return piece;
  }

  /** The words' times by the frames of their phonemes, from the sample {@code lead} on. */
  private List<SpokenWord> timed(int[] frames, int lead) {
    List<Word> words = order.chunk().words();
    double rate = model.format().signal().outputRate();
    int hop = model.format().signal().outputHop();
    int[] starts = new int[words.size()];
    int[] ends = new int[words.size()];
    Arrays.fill(starts, -1);
    int at = 0;
    for (int i = 0; i < frames.length; i++) {
      if (sequence.slots().get(i) instanceof PhonemeSequence.Slot.Phone(int word, double _)) {
        starts[word] = starts[word] < 0 ? at : starts[word];
        ends[word] = at + frames[i];
      }
      at += frames[i];
    }
    List<SpokenWord> spoken = new ArrayList<>();
    for (int i = 0; i < starts.length; i++) {
      Word word = words.get(i);
      double start = (starts[i] * hop - lead) / rate;
      double end = (ends[i] * hop - lead) / rate;
      spoken.add(new SpokenWord(word.spoken(), word.source(), start, end, Clarity.UNCHECKED));
    }
    return spoken;
  }
}
