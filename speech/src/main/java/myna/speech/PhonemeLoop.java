package myna.speech;

import java.util.ArrayList;
import java.util.List;

/**
 * Finds the likeliest row of phonemes of an utterance whose text is not known: a hidden Markov
 * model in which any phoneme may follow any other, at a cost (Viterbi, 1967). Without the cost,
 * long vowels would fall apart into several.
 */
final class PhonemeLoop {
  private final int width;
  private final double cost;

  /**
   * A loop.
   *
   * @param width P, the number of phonemes
   * @param cost of going to another phoneme, as a log-probability
   */
  PhonemeLoop(int width, double cost) {
    this.width = width;
    this.cost = cost;
  }

  /**
   * A phoneme that was heard.
   *
   * @param symbol its id
   * @param frames its length, at least 1
   */
  record Heard(int symbol, int frames) {}

  /**
   * The phonemes with their lengths.
   *
   * @param posteriors [L][P] log-probabilities
   */
  List<Heard> decode(float[] posteriors) {
    int frames = posteriors.length / width;
    int[] path = path(posteriors, frames);
    List<Heard> heard = new ArrayList<>();
    int start = 0;
    for (int t = 1; t <= frames; t++) {
      if (t == frames || path[t] != path[start]) {
        heard.add(new Heard(path[start], t - start));
        start = t;
      }
    }
    return heard;
  }

  private int[] path(float[] posteriors, int frames) {
    double[] best = new double[width];
    int[] from = new int[frames * width];
    for (int t = 0; t < frames; t++) {
      int likeliest = likeliest(best);
      double entered = best[likeliest] - cost;
      for (int p = 0; p < width; p++) {
        boolean stays = t == 0 || best[p] >= entered;
        from[t * width + p] = stays ? p : likeliest;
        best[p] = (stays ? best[p] : entered) + posteriors[t * width + p];
      }
    }
    int[] path = new int[frames];
    int state = likeliest(best);
    for (int t = frames - 1; t >= 0; t--) {
      path[t] = state;
      state = from[t * width + state];
    }
    return path;
  }

  private static int likeliest(double[] scores) {
    int best = 0;
    for (int p = 1; p < scores.length; p++) {
      best = scores[p] > scores[best] ? p : best;
    }
    return best;
  }
}
