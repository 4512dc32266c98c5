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
 * @param spacing how pauses go with it
 * @param tokens of each of its chunks: what it can be changed from; none where nobody kept them
 * @param cost of speaking it
 */
@SuppressWarnings("exports") // tokens are the codec's: others only hand them back
public record SpokenSentence(
    Sentence sentence,
    Audio audio,
    List<SpokenWord> words,
    Spacing spacing,
    List<Tokens> tokens,
    SpeechCost cost) {
  /** Copies the lists. */
  public SpokenSentence {
    words = List.copyOf(words);
    tokens = List.copyOf(tokens);
  }

  /** The silence that should follow, in seconds. */
  public double pauseSeconds() {
    return spacing.silenceFor(sentence.pauseAfter());
  }

  /** The same with so many times the silence after it. */
  public SpokenSentence withPauses(double factor) {
    return new SpokenSentence(sentence, audio, words, spacing.times(factor), tokens, cost);
  }

  /** The same words heard in other samples, where they have the same times. */
  public SpokenSentence withAudio(Audio other) {
    return new SpokenSentence(sentence, other, words, spacing, tokens, cost);
  }

  public SpokenSentence withCost(SpeechCost other) {
    return new SpokenSentence(sentence, audio, words, spacing, tokens, other);
  }
}
