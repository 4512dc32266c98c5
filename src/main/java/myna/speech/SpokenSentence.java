package myna.speech;

import java.util.List;
import myna.audio.Audio;
import myna.text.Sentence;

/**
 * A sentence that was spoken.
 *
 * @param sentence what
 * @param audio of it, without the pause that follows
 * @param words with times in {@code audio}
 * @param pauseSeconds of silence that should follow
 * @param cost of speaking it
 */
public record SpokenSentence(
    Sentence sentence, Audio audio, List<SpokenWord> words, double pauseSeconds, SpeechCost cost) {
  /** Copies the list. */
  public SpokenSentence {
    words = List.copyOf(words);
  }

  /** The same with another pause after it. */
  public SpokenSentence withPause(double seconds) {
    return new SpokenSentence(sentence, audio, words, seconds, cost);
  }

  SpokenSentence withCost(SpeechCost other) {
    return new SpokenSentence(sentence, audio, words, pauseSeconds, other);
  }
}
