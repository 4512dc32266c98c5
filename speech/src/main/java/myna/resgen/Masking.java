package myna.resgen;

import java.util.Arrays;
import myna.codec.NoiseSource;

/**
 * The forward masking of training (arXiv 2412.10208): how many of its finest tokens a frame loses.
 */
public final class Masking {
  private Masking() {}

  /**
   * One draw of the multivariate hypergeometric law: {@code count} of the tokens that are there,
   * without replacement, counted per frame. Exact: every token gets a uniform score, and the
   * highest scores are taken.
   *
   * @param available [L] tokens that each frame can lose
   * @param count in [0, sum of available]
   * @param noise one uniform per available token is drawn, frame by frame
   * @return [L] tokens taken per frame
   */
  public static int[] draw(int[] available, int count, NoiseSource noise) {
    int total = Arrays.stream(available).sum();
    if (count < 0 || count > total) {
      throw new IllegalArgumentException(count + " of " + total + " tokens");
    }
    double[] scores = new double[total];
    noise.uniforms(scores);
    double[] sorted = scores.clone();
    Arrays.sort(sorted);
    double least = count == 0 ? Double.POSITIVE_INFINITY : sorted[total - count];
    int ties = 0;
    while (ties < count && sorted[total - count + ties] == least) {
      ties++;
    }
    return count(available, scores, least, ties);
  }

  private static int[] count(int[] available, double[] scores, double least, int ties) {
    int[] taken = new int[available.length];
    int tiesLeft = ties;
    int token = 0;
    for (int i = 0; i < available.length; i++) {
      for (int j = 0; j < available[i]; j++) {
        double score = scores[token++];
        if (score > least || (score == least && tiesLeft-- > 0)) {
          taken[i]++;
        }
      }
    }
    return taken;
  }
}
