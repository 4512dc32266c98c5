package myna.text.normal;

import java.util.ArrayList;
import java.util.List;

/**
 * A word as a reading of something written gives it.
 *
 * @param text the word
 * @param letters whether it is named letter by letter, as in "PM"
 */
public record Spoken(String text, boolean letters) {
  static Spoken word(String text) {
    return new Spoken(text, false);
  }

  static Spoken letters(String text) {
    return new Spoken(text, true);
  }

  /** One word for each stretch between spaces. */
  static List<Spoken> words(String text) {
    List<Spoken> words = new ArrayList<>();
    for (String word : text.split(" ", -1)) {
      if (!word.isEmpty()) {
        words.add(word(word));
      }
    }
    return words;
  }
}
