package myna.text.en.normal;

import java.util.ArrayList;
import java.util.List;

/**
 * A word as a reading of something written gives it.
 *
 * @param text the word
 * @param letters whether it is named letter by letter, as in "PM"
 * @param comma whether a short pause follows, as between the groups of a telephone number
 * @param phonemes how it is said if the text or a user's lexicon says so, else empty
 */
public record Spoken(String text, boolean letters, boolean comma, List<String> phonemes) {
  public Spoken {
    phonemes = List.copyOf(phonemes);
  }

  static Spoken word(String text) {
    return new Spoken(text, false, false, List.of());
  }

  static Spoken letters(String text) {
    return new Spoken(text, true, false, List.of());
  }

  static Spoken said(String text, List<String> phonemes) {
    return new Spoken(text, false, false, phonemes);
  }

  Spoken withComma(boolean newComma) {
    return new Spoken(text, letters, newComma, phonemes);
  }

  /** One word for each stretch between spaces; a comma after a word asks for a pause. */
  static List<Spoken> words(String text) {
    List<Spoken> words = new ArrayList<>();
    for (String word : text.split(" ", -1)) {
      if (word.length() > 1 && word.endsWith(",")) {
        words.add(word(word.substring(0, word.length() - 1)).withComma(true));
      } else if (!word.isEmpty()) {
        words.add(word(word));
      }
    }
    return words;
  }
}
