package myna.text;

import java.util.List;

/**
 * Says how a word is pronounced that no lexicon holds. Implementations are safe for use by several
 * threads.
 */
@FunctionalInterface
public interface GraphemeToPhoneme {
  /**
   * The pronunciation of one word.
   *
   * @param word lower-case Latin letters and apostrophes, at least one letter
   * @return ARPABET with stress digits on vowels; empty if this implementation has no answer
   */
  List<String> phonemes(String word);
}
