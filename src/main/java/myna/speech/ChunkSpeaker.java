package myna.speech;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import myna.codec.SeededNoise;
import myna.jobs.Cancellation;
import myna.resgen.GeneratorNetwork;
import myna.resgen.Sampled;
import myna.text.Word;

/**
 * Speaks chunks: phonemes to durations to tokens to samples, and listens to them where that is
 * asked.
 */
final class ChunkSpeaker {
  /** Frames of the silence at the start that stay: an onset may come a little early. */
  private static final int LEAD_FRAMES = 2;

  /** Frames of the silence at the end that stay: sounds fade out. */
  private static final int TAIL_FRAMES = 4;

  private static final double FADE_IN_SECONDS = 0.004;
  private static final double FADE_OUT_SECONDS = 0.02;

  /** Numbers of the parts that a seed is derived for. */
  private static final long DECODER_PART = 1_000_003;

  private final SpeechModel model;
  private final SymbolTable table;
  private final Ear ear;

  ChunkSpeaker(SpeechModel model) {
    this.model = model;
    table = new SymbolTable(model.format().symbols());
    ear = new Ear(model.format().symbols());
  }

  /** Silence that the samples of a chunk start and end with, in seconds together. */
  double edgeSeconds() {
    int edge = model.format().edgeFrames();
    int frames = Math.min(edge, LEAD_FRAMES) + Math.min(edge, TAIL_FRAMES);
    return frames * model.format().signal().frameSeconds();
  }

  /**
   * Speaks a chunk; again, with another seed, as long as a word is doubtful and takes are left. The
   * take whose worst word is best is kept.
   *
   * @param seed of this chunk
   */
  SpokenChunk speak(
      Chunk chunk,
      VoiceFeatures voice,
      SpeechSettings settings,
      long seed,
      Cancellation cancellation) {
    SpokenChunk best = take(chunk, voice, settings, seed, cancellation);
    SpeechCost cost = best.cost();
    for (int take = 1; take < settings.check().takes(); take++) {
      if (best.worst() >= settings.check().doubtful()) {
        break;
      }
      long other = SeededNoise.derive(seed, take);
      SpokenChunk again = take(chunk, voice, settings, other, cancellation);
      cost = cost.plus(again.cost());
      best = again.worst() > best.worst() ? again : best;
    }
    return best.withCost(cost);
  }

  private SpokenChunk take(
      Chunk chunk,
      VoiceFeatures voice,
      SpeechSettings settings,
      long seed,
      Cancellation cancellation) {
    Script script = Script.of(chunk.words(), table);
    long start = System.nanoTime();
    TextFeatures features = model.text(script.symbols(), voice);
    Durations durations = new Durations(model.format(), voice.rhythm(), settings.speed());
    int[] frames = durations.frames(script.slots(), features.logDurations());
    SpeechCost cost = SpeechCost.of(Stage.DURATIONS, System.nanoTime() - start);
    Sampled sampled;
    try (GeneratorNetwork network =
        model.generator(
            Durations.expand(features, frames), voice, settings.sampling().guidance())) {
      sampled =
          model.sampler().sample(network, settings.sampling(), new SeededNoise(seed), cancellation);
    }
    long sampledAt = System.nanoTime();
    float[] samples =
        model.codec().decode(sampled.tokens(), SeededNoise.derive(seed, DECODER_PART));
    cost = cost.plus(of(sampled, System.nanoTime() - sampledAt));
    return finished(chunk.words(), script, frames, samples, settings, cost);
  }

  private static SpeechCost of(Sampled sampled, long decodeNanos) {
    Map<Stage, Long> nanos =
        Map.of(
            Stage.NETWORK, sampled.networkNanos(),
            Stage.DRAW, sampled.drawNanos(),
            Stage.REVEAL, sampled.revealNanos(),
            Stage.DECODE, decodeNanos);
    return new SpeechCost(nanos, sampled.evaluations(), sampled.frameEvaluations(), 1);
  }

  private SpokenChunk finished(
      List<Word> words,
      Script script,
      int[] frames,
      float[] samples,
      SpeechSettings settings,
      SpeechCost cost) {
    double[] scores = new double[words.size()];
    Arrays.fill(scores, Double.NaN);
    SpeechCost total = cost;
    if (settings.check().takes() > 0) {
      long start = System.nanoTime();
      scores = ear.scores(words, model.posteriors(samples));
      total = cost.plus(SpeechCost.of(Stage.CHECK, System.nanoTime() - start));
    }
    int hop = model.format().signal().hop();
    int from = (frames[0] - Math.min(frames[0], LEAD_FRAMES)) * hop;
    int last = frames[frames.length - 1];
    int to = samples.length - (last - Math.min(last, TAIL_FRAMES)) * hop;
    float[] trimmed = faded(Arrays.copyOfRange(samples, from, to));
    return new SpokenChunk(trimmed, timed(words, script, frames, from, scores), total);
  }

  private float[] faded(float[] samples) {
    int rate = model.format().signal().sampleRate();
    int in = Math.min(samples.length, (int) (FADE_IN_SECONDS * rate));
    int out = Math.min(samples.length, (int) (FADE_OUT_SECONDS * rate));
    for (int t = 0; t < in; t++) {
      samples[t] *= (float) t / in;
    }
    for (int t = 0; t < out; t++) {
      samples[samples.length - 1 - t] *= (float) t / out;
    }
    return samples;
  }

  /** The words' times by the frames of their phonemes. */
  private List<SpokenWord> timed(
      List<Word> words, Script script, int[] frames, int cut, double[] scores) {
    double rate = model.format().signal().sampleRate();
    int hop = model.format().signal().hop();
    int[] starts = new int[words.size()];
    int[] ends = new int[words.size()];
    Arrays.fill(starts, -1);
    int at = 0;
    for (int i = 0; i < frames.length; i++) {
      if (script.slots().get(i) instanceof Script.Slot.Phone(int word, double _)) {
        starts[word] = starts[word] < 0 ? at : starts[word];
        ends[word] = at + frames[i];
      }
      at += frames[i];
    }
    List<SpokenWord> spoken = new ArrayList<>();
    for (int i = 0; i < starts.length; i++) {
      Word word = words.get(i);
      double start = (starts[i] * hop - cut) / rate;
      double end = (ends[i] * hop - cut) / rate;
      spoken.add(new SpokenWord(word.spoken(), word.source(), start, end, scores[i]));
    }
    return spoken;
  }
}
