package myna.text.normal;

import java.util.ArrayList;
import java.util.List;

/**
 * A word as a reading of something written gives it.
 *
 * @param text the word
 * @param letters whether it is named letter by letter, as in "PM"
 * @param comma whether a short pause follows, as between the groups of a telephone number
 */
public record Spoken(String text, boolean letters, boolean comma) {
  static Spoken word(String text) {
    return new Spoken(text, false, false);
  }

  static Spoken letters(String text) {
    return new Spoken(text, true, false);
  }

  Spoken withComma() {
    return new Spoken(text, letters, true);
  }

  /** One word for each stretch between spaces; a comma after a word asks for a pause. */
  static List<Spoken> words(String text) {
    List<Spoken> words = new ArrayList<>();
    for (String word : text.split(" ", -1)) {
      if (word.length() > 1 && word.endsWith(",")) {
        words.add(word(word.substring(0, word.length() - 1)).withComma());
      } else if (!word.isEmpty()) {
        words.add(word(word));
      }
    }
    return words;
  }
}
