package myna.text;

import java.util.List;

/**
 * One spoken word.
 *
 * @param spoken how it is written out, for instance "twenty"
 * @param source where it comes from; several words may share a span ("25" is two words)
 * @param phonemes ARPABET with a stress digit on each vowel, never empty
 * @param pauseAfter silence after it; at the end of a sentence the sentence's own pause follows
 *     instead
 * @param controls speed and voice
 */
public record Word(
    String spoken, Span source, List<String> phonemes, Pause pauseAfter, Controls controls) {
  public Word {
    phonemes = List.copyOf(phonemes);
  }

  /** The same word said otherwise. */
  public Word withPhonemes(List<String> newPhonemes) {
    return new Word(spoken, source, newPhonemes, pauseAfter, controls);
  }

  /** The same word with another pause after it. */
  public Word withPause(Pause pause) {
    return new Word(spoken, source, phonemes, pause, controls);
  }
}
