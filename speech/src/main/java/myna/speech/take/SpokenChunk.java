package myna.speech.take;

import java.util.ArrayList;
import java.util.List;
import myna.codec.Tokens;
import myna.speech.Clarity;
import myna.speech.SpeechCost;
import myna.speech.SpokenWord;

/**
 * A chunk that was spoken.
 *
 * @param words with times in its samples
 * @param tokens of all its frames
 * @param cost of speaking it
 */
public record SpokenChunk(List<SpokenWord> words, Tokens tokens, SpeechCost cost) {
  /** How many words cannot be made out. */
  long doubtful() {
    return words.stream().filter(word -> word.clarity().doubtful()).count();
  }

  SpokenChunk withCost(SpeechCost other) {
    return new SpokenChunk(words, tokens, other);
  }

  /** The same as its words were heard. */
  SpokenChunk heard(List<Clarity> clarities) {
    List<SpokenWord> heard = new ArrayList<>();
    for (int i = 0; i < clarities.size(); i++) {
      heard.add(words.get(i).heard(clarities.get(i)));
    }
    return new SpokenChunk(heard, tokens, cost);
  }
}
