package myna.speech;

import java.util.Arrays;
import java.util.List;

/**
 * How well a word is heard in what was spoken.
 *
 * @param score see {@link myna.speech.listen.Ear}: 0 at best; NaN where nobody listened, or where
 *     the score was not kept
 * @param doubtful whether it cannot be made out, by itself or because nothing around it can
 */
public record Clarity(double score, boolean doubtful) {
  /** Nobody listened. */
  public static final Clarity UNCHECKED = new Clarity(Double.NaN, false);

  /**
   * The clarity of the words of a chunk. Where they are heard so badly all together that nothing
   * can be understood, no word can be made out, however well it fits by itself.
   *
   * @param scores of its words, see {@link myna.speech.listen.Ear}
   */
  public static List<Clarity> of(double[] scores, ModelFormat.Hearing hearing) {
    double mean = Arrays.stream(scores).average().orElse(0);
    return Arrays.stream(scores)
        .mapToObj(score -> new Clarity(score, mean < hearing.sentence() || score < hearing.word()))
        .toList();
  }

  /** Whether somebody listened. */
  public boolean isChecked() {
    return !Double.isNaN(score);
  }
}
