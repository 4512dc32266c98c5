package myna.speech.measure;

import java.util.ArrayList;
import java.util.List;
import myna.speech.Ear;
import myna.text.Word;

/**
 * How the phonemes that were heard differ from those expected.
 *
 * @param errors least number of phonemes to replace, leave out or put in (Levenshtein, 1966)
 * @param phonemes expected
 * @param wrongWords of which more than a third of the phonemes are wrong
 * @param words expected
 */
public record PhonemeErrors(int errors, int phonemes, int wrongWords, int words) {
  /** Nothing expected, nothing wrong. */
  public static final PhonemeErrors NONE = new PhonemeErrors(0, 0, 0, 0);

  /** The phoneme error rate. */
  public double phonemeRate() {
    return (double) errors / Math.max(1, phonemes);
  }

  /** The share of words that are wrong. */
  public double wordRate() {
    return (double) wrongWords / Math.max(1, words);
  }

  /** Both together. */
  public PhonemeErrors plus(PhonemeErrors other) {
    return new PhonemeErrors(
        errors + other.errors,
        phonemes + other.phonemes,
        wrongWords + other.wrongWords,
        words + other.words);
  }

  /**
   * Compares.
   *
   * @param heard phonemes without stress
   */
  public static PhonemeErrors of(List<Word> expected, List<String> heard) {
    List<String> phonemes = new ArrayList<>();
    List<Integer> owners = new ArrayList<>();
    for (int i = 0; i < expected.size(); i++) {
      for (String phoneme : expected.get(i).phonemes()) {
        phonemes.add(Ear.bare(phoneme));
        owners.add(i);
      }
    }
    int[][] costs = costs(phonemes, heard);
    int[] wrong = new int[expected.size()];
    assign(costs, phonemes, heard, owners, wrong);
    int wrongWords = 0;
    for (int i = 0; i < wrong.length; i++) {
      wrongWords += 3 * wrong[i] > expected.get(i).phonemes().size() ? 1 : 0;
    }
    int errors = costs[phonemes.size()][heard.size()];
    return new PhonemeErrors(errors, phonemes.size(), wrongWords, wrong.length);
  }

  private static int[][] costs(List<String> expected, List<String> heard) {
    int[][] costs = new int[expected.size() + 1][heard.size() + 1];
    for (int i = 0; i <= expected.size(); i++) {
      for (int j = 0; j <= heard.size(); j++) {
        costs[i][j] = i == 0 || j == 0 ? i + j : cheapest(costs, expected, heard, i, j);
      }
    }
    return costs;
  }

  private static int cheapest(
      int[][] costs, List<String> expected, List<String> heard, int i, int j) {
    int replaced = costs[i - 1][j - 1] + (expected.get(i - 1).equals(heard.get(j - 1)) ? 0 : 1);
    return Math.min(replaced, 1 + Math.min(costs[i - 1][j], costs[i][j - 1]));
  }

  /** Walks back and blames words; what was put in is blamed on the word before it. */
  private static void assign(
      int[][] costs, List<String> expected, List<String> heard, List<Integer> owners, int[] wrong) {
    int i = expected.size();
    int j = heard.size();
    while (i > 0) {
      boolean same = j > 0 && expected.get(i - 1).equals(heard.get(j - 1));
      if (j > 0 && costs[i][j] == costs[i - 1][j - 1] + (same ? 0 : 1)) {
        wrong[owners.get(i - 1)] += same ? 0 : 1;
        i--;
        j--;
      } else if (costs[i][j] == costs[i - 1][j] + 1) {
        wrong[owners.get(i - 1)]++;
        i--;
      } else {
        wrong[owners.get(i - 1)]++;
        j--;
      }
    }
  }
}
