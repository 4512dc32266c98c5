package myna.speech;

import java.util.List;
import myna.audio.Audio;
import myna.codec.Tokens;
import myna.text.Sentence;

/**
 * A sentence that was spoken.
 *
 * @param sentence what
 * @param audio of it, without the pause that follows
 * @param words with times in {@code audio}
 * @param pauseSeconds of silence that should follow
 * @param tokens of each of its chunks: what it can be changed from; none where nobody kept them
 * @param cost of speaking it
 */
public record SpokenSentence(
    Sentence sentence,
    Audio audio,
    List<SpokenWord> words,
    double pauseSeconds,
    List<Tokens> tokens,
    SpeechCost cost) {
  /** Copies the lists. */
  public SpokenSentence {
    words = List.copyOf(words);
    tokens = List.copyOf(tokens);
  }

  /** The same with another pause after it. */
  public SpokenSentence withPause(double seconds) {
    return new SpokenSentence(sentence, audio, words, seconds, tokens, cost);
  }

  SpokenSentence withCost(SpeechCost other) {
    return new SpokenSentence(sentence, audio, words, pauseSeconds, tokens, other);
  }
}
