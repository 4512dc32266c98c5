package myna.speech;

import java.util.List;

/**
 * A chunk that was spoken.
 *
 * @param samples [T], owned by the record
 * @param words with times in the samples
 * @param cost of speaking it
 */
record SpokenChunk(float[] samples, List<SpokenWord> words, SpeechCost cost) {
  /** The score of the word that is heard worst; NaN where nobody listened. */
  double worst() {
    return words.stream().mapToDouble(SpokenWord::score).min().orElse(Double.NaN);
  }

  SpokenChunk withCost(SpeechCost other) {
    return new SpokenChunk(samples, words, other);
  }
}
