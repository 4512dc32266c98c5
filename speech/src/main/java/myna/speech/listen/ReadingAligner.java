package myna.speech.listen;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import myna.audio.Audio;
import myna.jobs.Cancellation;
import myna.resgen.adapt.Utterance;
import myna.speech.SpeechException;
import myna.speech.model.SpeechModel;
import myna.speech.model.SymbolTable;
import myna.speech.reference.ReferenceClip;
import myna.text.Word;

/**
 * Finds the phonemes of recordings whose words are known, as the alignments were made that the
 * model learned from: the model's ear says how likely each phoneme is in each frame, half of its
 * prior is divided out, silence is held against the level of the frame, and the likeliest path
 * through the words is taken, with silence wherever it fits between them.
 */
public final class ReadingAligner {
  private static final double PRIOR_SHARE = 0.5;
  private static final double LEAST_PRIOR = 1e-6;

  /** Nats against silence in a frame as loud as speech. */
  private static final double LOUD_SILENCE = 6;

  private final SpeechModel model;
  private final SymbolTable table;
  private final Ear ear;
  private final int width;

  /** An aligner; it does not close the model. */
  public ReadingAligner(SpeechModel model) {
    this.model = model;
    table = new SymbolTable(model.format().symbols());
    ear = new Ear(model.format());
    width = model.format().symbols().size();
  }

  /**
   * A recording and what is said in it.
   *
   * @param audio of any rate
   * @param words at least one
   */
  public record Reading(Audio audio, List<Word> words) {}

  /**
   * A recording as it was heard.
   *
   * @param samples [T] at the model's rate and level, without the silence around, T a multiple of
   *     the hop
   * @param utterance null where the recording is too short for the words
   * @param scores of the words, see {@link Ear}
   * @param heard share of the words that were heard, in [0, 1]
   */
  public record Aligned(float[] samples, Utterance utterance, double[] scores, double heard) {}

  /**
   * Aligns recordings of one voice.
   *
   * @return as many, in their order
   * @throws SpeechException if one holds no speech
   */
  public List<Aligned> align(List<Reading> readings, Cancellation cancellation)
      throws SpeechException {
    List<float[]> samples = new ArrayList<>();
    List<float[]> posteriors = new ArrayList<>();
    for (Reading reading : readings) {
      cancellation.check();
      samples.add(speech(reading.audio()));
      posteriors.add(model.posteriors(samples.getLast()));
    }
    double[] prior = prior(posteriors);
    List<Aligned> aligned = new ArrayList<>();
    for (int i = 0; i < readings.size(); i++) {
      List<Word> words = readings.get(i).words();
      float[] scores = scores(posteriors.get(i), prior, samples.get(i));
      cancellation.check();
      Utterance utterance = utterance(words, scores, samples.get(i));
      double[] heard = utterance == null ? unheard(words) : ear.scores(words, posteriors.get(i));
      aligned.add(new Aligned(samples.get(i), utterance, heard, share(heard)));
    }
    return aligned;
  }

  private float[] speech(Audio audio) throws SpeechException {
    float[] clip = new ReferenceClip(model.format()).speech(List.of(audio)).getFirst().samples();
    int hop = model.format().signal().hop();
    return Arrays.copyOf(clip, Math.ceilDiv(clip.length, hop) * hop);
  }

  /** Log of the mean posterior of every symbol. */
  private double[] prior(List<float[]> posteriors) {
    double[] mass = new double[width];
    double frames = 0;
    for (float[] clip : posteriors) {
      for (int i = 0; i < clip.length; i++) {
        mass[i % width] += Math.exp(clip[i]);
      }
      frames += (double) clip.length / width;
    }
    for (int p = 0; p < width; p++) {
      mass[p] = Math.log(mass[p] / frames + LEAST_PRIOR);
    }
    return mass;
  }

  private float[] scores(float[] posteriors, double[] prior, float[] samples) {
    double[] loudness = loudness(samples, posteriors.length / width);
    float[] scores = new float[posteriors.length];
    for (int i = 0; i < scores.length; i++) {
      int symbol = i % width;
      double against = symbol == SymbolTable.SILENCE ? LOUD_SILENCE * loudness[i / width] : 0;
      scores[i] = (float) (posteriors[i] - PRIOR_SHARE * prior[symbol] - against);
    }
    return scores;
  }

  /** How much every frame is as loud as speech, in [0, 1], by its level within the clip. */
  private static double[] loudness(float[] samples, int frames) {
    int hop = samples.length / frames;
    double[] levels = new double[frames];
    for (int t = 0; t < frames; t++) {
      double power = 1e-10;
      for (int i = t * hop; i < (t + 1) * hop; i++) {
        power += (double) samples[i] * samples[i] / hop;
      }
      levels[t] = Math.log(power);
    }
    double[] sorted = levels.clone();
    Arrays.sort(sorted);
    double low = sorted[(int) (0.05 * (frames - 1))];
    double high = sorted[(int) (0.95 * (frames - 1))];
    double middle = low + 0.4 * (high - low);
    for (int t = 0; t < frames; t++) {
      levels[t] = Math.clamp((levels[t] - middle) / Math.max(0.1, 0.2 * (high - low)), 0, 1);
    }
    return levels;
  }

  private Utterance utterance(List<Word> words, float[] scores, float[] samples) {
    List<Integer> chain = new ArrayList<>(List.of(SymbolTable.SILENCE));
    for (Word word : words) {
      word.phonemes().forEach(phoneme -> chain.add(table.id(phoneme)));
      chain.add(SymbolTable.SILENCE);
    }
    int[] symbols = chain.stream().mapToInt(Integer::intValue).toArray();
    boolean[] optional = new boolean[symbols.length];
    for (int s = 0; s < symbols.length; s++) {
      optional[s] = symbols[s] == SymbolTable.SILENCE;
    }
    int[] path = new ForcedAlignment(symbols, optional).path(scores, width);
    if (path[path.length - 1] < symbols.length - 2) {
      return null;
    }
    int[] states = Arrays.stream(path).distinct().toArray();
    int[] frames = new int[states.length];
    for (int i = 0, t = 0; i < states.length; i++) {
      for (; t < path.length && path[t] == states[i]; t++) {
        frames[i]++;
      }
    }
    int[] spoken = Arrays.stream(states).map(state -> symbols[state]).toArray();
    return new Utterance(spoken, frames, model.codec().encode(samples));
  }

  private static double[] unheard(List<Word> words) {
    double[] scores = new double[words.size()];
    Arrays.fill(scores, Ear.UNHEARD);
    return scores;
  }

  private double share(double[] scores) {
    double doubtful = model.format().timing().hearing().word();
    return Arrays.stream(scores).filter(score -> score >= doubtful).count()
        / (double) scores.length;
  }
}
