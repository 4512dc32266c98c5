package myna.text.en.normal;

import java.util.List;
import java.util.stream.Collectors;

/**
 * A piece of the text; what lies between two tokens is white space.
 *
 * @param start index of its first character
 * @param end index after its last character
 * @param kind what it is
 * @param words what is said; none for punctuation
 */
public record Token(int start, int end, Kind kind, List<Spoken> words) {
  /**
   * WORD is said as it is written, READING is not, PUNCTUATION is silent, ATOM stands for a mark.
   */
  public enum Kind {
    WORD,
    READING,
    PUNCTUATION,
    ATOM
  }

  public Token {
    words = List.copyOf(words);
  }

  /** The words in one string. */
  public String spoken() {
    return words.stream().map(Spoken::text).collect(Collectors.joining(" "));
  }
}
