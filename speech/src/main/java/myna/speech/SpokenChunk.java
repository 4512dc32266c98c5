package myna.speech;

import java.util.ArrayList;
import java.util.List;
import myna.codec.Tokens;

/**
 * A chunk that was spoken.
 *
 * @param words with times in its samples
 * @param tokens of all its frames
 * @param cost of speaking it
 */
record SpokenChunk(List<SpokenWord> words, Tokens tokens, SpeechCost cost) {
  /** The score of the word that is heard worst; NaN where nobody listened. */
  double worst() {
    return words.stream().mapToDouble(SpokenWord::score).min().orElse(Double.NaN);
  }

  SpokenChunk withCost(SpeechCost other) {
    return new SpokenChunk(words, tokens, other);
  }

  /** The same with the scores of its words. */
  SpokenChunk scored(double[] scores) {
    List<SpokenWord> scored = new ArrayList<>();
    for (int i = 0; i < scores.length; i++) {
      scored.add(words.get(i).scored(scores[i]));
    }
    return new SpokenChunk(scored, tokens, cost);
  }
}
