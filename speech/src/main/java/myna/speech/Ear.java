package myna.speech;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import myna.text.Word;

/**
 * Judges what was spoken by the model's phoneme posteriors: the expected phonemes are aligned by
 * force, and what counts is how much less likely the expected phoneme of a frame is than the
 * likeliest (goodness of pronunciation, Witt and Young 2000). A word is as good as the worst
 * stretch of its frames and of the silence after it. Stress is not judged. A word that was left out
 * has to take its frames from its neighbours, and one that was said twice leaves frames to others
 * that do not fit: both show.
 */
public final class Ear {
  /** About as long as a phoneme. */
  private static final double WINDOW_SECONDS = 0.096;

  private final List<String> symbols;
  private final SymbolTable table;
  private final int window;
  private final int[] classes; // [P] the first symbol that differs only in stress

  /** The ear of a model. */
  public Ear(ModelFormat format) {
    this(format.symbols(), format.signal().frames(WINDOW_SECONDS));
  }

  /**
   * An ear.
   *
   * @param symbols phonemes by id, the first of which is silence
   * @param window frames over which frames that fit and frames that do not are averaged
   */
  Ear(List<String> symbols, int window) {
    this.symbols = symbols;
    this.window = window;
    table = new SymbolTable(symbols);
    classes = new int[symbols.size()];
    for (int p = 0; p < classes.length; p++) {
      classes[p] = p;
      for (int q = p - 1; q >= 0; q--) {
        if (bare(symbols.get(p)).equals(bare(symbols.get(q)))) {
          classes[p] = q;
        }
      }
    }
  }

  /** A phoneme without its stress. */
  public static String bare(String phoneme) {
    char last = phoneme.charAt(phoneme.length() - 1);
    return Character.isDigit(last) ? phoneme.substring(0, phoneme.length() - 1) : phoneme;
  }

  /**
   * Where the words of an utterance are, and how well they are heard.
   *
   * @param scores one per word, 0 at best
   * @param starts first frame of each word
   * @param ends frame after the last of each word; the start of one that got no frame
   */
  public record Judgement(double[] scores, int[] starts, int[] ends) {}

  /** Scores the words of an utterance; see {@link #judge}. */
  public double[] scores(List<Word> words, float[] posteriors) {
    return judge(words, posteriors).scores();
  }

  /**
   * Judges the words of an utterance.
   *
   * @param posteriors [L][P] log-probabilities
   */
  public Judgement judge(List<Word> words, float[] posteriors) {
    float[] folded = folded(posteriors);
    Chain chain = chain(words);
    int[] path = chain.alignment().path(folded, symbols.size());
    double[] shortfalls = new double[path.length];
    int[] owners = new int[path.length];
    int[] starts = new int[words.size()];
    int[] ends = new int[words.size()];
    Arrays.fill(starts, -1);
    int owner = 0;
    for (int t = 0; t < path.length; t++) {
      int word = chain.words()[path[t]];
      if (word >= 0) {
        starts[word] = starts[word] < 0 ? t : starts[word];
        ends[word] = t + 1;
        owner = word;
      }
      owners[t] = owner;
      shortfalls[t] = shortfall(folded, t, chain.alignment().symbols()[path[t]]);
    }
    double[] scores = new double[words.size()];
    for (int i = 0; i < scores.length; i++) {
      scores[i] = starts[i] < 0 ? UNHEARD : worst(shortfalls, owners, i);
      starts[i] = Math.max(0, starts[i]);
      ends[i] = Math.max(starts[i], ends[i]);
    }
    return new Judgement(scores, starts, ends);
  }

  /** The least mean of a window over the frames that belong to a word. */
  private double worst(double[] shortfalls, int[] owners, int word) {
    double worst = 0;
    double sum = 0;
    int count = 0;
    for (int t = 0; t < owners.length; t++) {
      if (owners[t] == word) {
        sum += shortfalls[t];
        count++;
        if (count > window) {
          sum -= shortfalls[t - window];
        }
        if (count >= window) {
          worst = Math.min(worst, sum / window);
        }
      }
    }
    return count < window ? sum / count : worst;
  }

  /** The score of a word that got no frame at all. */
  public static final double UNHEARD = -20;

  /**
   * What is heard where nothing is expected: the likeliest phoneme of every frame, runs joined,
   * silence left out, stress set aside.
   *
   * @param posteriors [L][P] log-probabilities
   */
  public List<String> heard(float[] posteriors) {
    float[] folded = folded(posteriors);
    List<String> heard = new ArrayList<>();
    int before = SymbolTable.SILENCE;
    for (int t = 0; t < folded.length / symbols.size(); t++) {
      int likeliest = likeliest(folded, t);
      if (likeliest != before && likeliest != SymbolTable.SILENCE) {
        heard.add(bare(symbols.get(likeliest)));
      }
      before = likeliest;
    }
    return heard;
  }

  private double shortfall(float[] folded, int frame, int expected) {
    int start = frame * symbols.size();
    return folded[start + expected] - folded[start + likeliest(folded, frame)];
  }

  private int likeliest(float[] folded, int frame) {
    int start = frame * symbols.size();
    int best = 0;
    for (int p = 1; p < symbols.size(); p++) {
      if (folded[start + p] > folded[start + best]) {
        best = p;
      }
    }
    return best;
  }

  /** Every symbol's log-probability becomes that of its class, the largest of its members'. */
  private float[] folded(float[] posteriors) {
    float[] folded = posteriors.clone();
    int width = classes.length;
    for (int start = 0; start < folded.length; start += width) {
      for (int p = 0; p < width; p++) {
        int target = start + classes[p];
        folded[target] = Math.max(folded[target], posteriors[start + p]);
      }
      for (int p = 0; p < width; p++) {
        if (classes[p] != p) {
          folded[start + p] = Float.NEGATIVE_INFINITY;
        }
      }
    }
    return folded;
  }

  private Chain chain(List<Word> words) {
    List<Integer> emitted = new ArrayList<>(List.of(SymbolTable.SILENCE));
    List<Integer> owners = new ArrayList<>(List.of(-1));
    for (int i = 0; i < words.size(); i++) {
      for (String phoneme : words.get(i).phonemes()) {
        emitted.add(classes[table.id(phoneme)]);
        owners.add(i);
      }
      emitted.add(SymbolTable.SILENCE);
      owners.add(-1);
    }
    int[] states = emitted.stream().mapToInt(Integer::intValue).toArray();
    int[] owned = owners.stream().mapToInt(Integer::intValue).toArray();
    boolean[] optional = new boolean[states.length];
    for (int s = 0; s < states.length; s++) {
      optional[s] = owned[s] < 0;
    }
    return new Chain(new ForcedAlignment(states, optional), owned);
  }

  /**
   * The states of an utterance.
   *
   * @param words [S] the word each state belongs to, -1 for silence
   */
  private record Chain(ForcedAlignment alignment, int[] words) {}
}
