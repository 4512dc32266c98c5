package myna.engine;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import myna.speech.SpeechException;
import myna.speech.SpeechException.Reason;
import myna.speech.listen.Similarity;
import myna.speech.model.SpeechModel;

/**
 * Whether readings are of one voice, by the speaker network: parted into the two groups that sound
 * most different, they must still be alike. Single readings differ too much for that where they are
 * short; means of groups do not. docs/adapting.md tells how often the guess is wrong.
 */
final class ReaderCheck {
  private static final int MOST_ROUNDS = 10;

  private final SpeechModel model;

  ReaderCheck(SpeechModel model) {
    this.model = model;
  }

  /**
   * Checks readings.
   *
   * @param readings samples of each at the model's rate
   * @throws SpeechException if they are of several voices
   */
  void check(List<float[]> readings) throws SpeechException {
    List<float[]> voices = readings.stream().map(model::speaker).flatMap(Optional::stream).toList();
    if (voices.size() > 1 && likenessOfGroups(voices) < model.format().likeness().reader()) {
      throw new SpeechException(
          Reason.SEVERAL_READERS,
          "the readings sound like more than one voice, or as if two microphones had heard it:"
              + " adapt to one at a time");
    }
  }

  /** Cosine between the means of two groups, found by 2-means from the two least alike. */
  private static double likenessOfGroups(List<float[]> voices) {
    float[][] means = leastAlike(voices);
    boolean[] second = new boolean[voices.size()];
    for (int round = 0; round < MOST_ROUNDS; round++) {
      boolean[] before = second;
      second = nearerToSecond(voices, means);
      if (Arrays.equals(before, second)) {
        break;
      }
      means = new float[][] {mean(voices, second, false), mean(voices, second, true)};
    }
    return Similarity.cosine(means[0], means[1]);
  }

  private static float[][] leastAlike(List<float[]> voices) {
    float[][] pair = {voices.getFirst(), voices.getLast()};
    for (float[] a : voices) {
      for (float[] b : voices) {
        if (Similarity.cosine(a, b) < Similarity.cosine(pair[0], pair[1])) {
          pair = new float[][] {a, b};
        }
      }
    }
    return pair;
  }

  private static boolean[] nearerToSecond(List<float[]> voices, float[][] means) {
    boolean[] second = new boolean[voices.size()];
    for (int i = 0; i < second.length; i++) {
      float[] voice = voices.get(i);
      second[i] = Similarity.cosine(voice, means[1]) > Similarity.cosine(voice, means[0]);
    }
    return second;
  }

  private static float[] mean(List<float[]> voices, boolean[] second, boolean which) {
    float[] sum = new float[voices.getFirst().length];
    for (int i = 0; i < second.length; i++) {
      for (int k = 0; k < sum.length && second[i] == which; k++) {
        sum[k] += voices.get(i)[k];
      }
    }
    return sum;
  }
}
