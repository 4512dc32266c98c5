package myna.text.en.normal;

import java.util.ArrayList;
import java.util.List;

/**
 * How something written is said.
 *
 * @param end index after its last character
 * @param words the words, none if it is silent
 */
public record Reading(int end, List<Spoken> words) {
  public Reading {
    words = List.copyOf(words);
  }

  static Reading of(int end, String words) {
    return new Reading(end, Spoken.words(words));
  }

  static Speech speech() {
    return new Speech();
  }

  /** Collects words from left to right. */
  static final class Speech {
    private final List<Spoken> words = new ArrayList<>();

    Speech say(String text) {
      words.addAll(Spoken.words(text));
      return this;
    }

    Speech spell(String text) {
      words.add(Spoken.letters(text));
      return this;
    }

    /** Letters as words of their own, where written together they would be another word. */
    Speech spellApart(String text) {
      text.codePoints().forEach(c -> words.add(Spoken.letters(Character.toString(c))));
      return this;
    }

    Speech add(List<Spoken> more) {
      words.addAll(more);
      return this;
    }

    /** A short pause after the last word, if there is one. */
    Speech comma() {
      if (!words.isEmpty()) {
        words.set(words.size() - 1, words.getLast().withComma(true));
      }
      return this;
    }

    Speech withoutLastComma() {
      if (!words.isEmpty()) {
        words.set(words.size() - 1, words.getLast().withComma(false));
      }
      return this;
    }

    Reading until(int end) {
      return new Reading(end, words);
    }

    List<Spoken> words() {
      return List.copyOf(words);
    }
  }
}
