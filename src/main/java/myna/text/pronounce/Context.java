package myna.text.pronounce;

import java.util.List;

/**
 * A word among its neighbours.
 *
 * @param words the sentence in lower case; marks stand among them as single characters
 * @param index which of them is meant
 * @param form how it is written
 */
public record Context(List<String> words, int index, Form form) {
  private static final String NONE = "";

  /** How a word is written; CAPITALS only in a sentence that is not all in capitals. */
  public enum Form {
    SMALL,
    CAPITALIZED,
    CAPITALS
  }

  /** A word without neighbours. */
  public static Context alone(String lower, Form form) {
    return new Context(List.of(lower), 0, form);
  }

  /** Whether nothing else is said in the sentence, so that nothing tells which sense is meant. */
  boolean isAlone() {
    return isFirst() && isLast();
  }

  /** The neighbour {@code offset} places away; empty beyond the ends. */
  String at(int offset) {
    int at = index + offset;
    return at < 0 || at >= words.size() ? NONE : words.get(at);
  }

  boolean isFirst() {
    return words.subList(0, index).stream().noneMatch(Context::isWord);
  }

  boolean isLast() {
    return words.subList(index + 1, words.size()).stream().noneMatch(Context::isWord);
  }

  private static boolean isWord(String text) {
    return Character.isLetterOrDigit(text.codePointAt(0));
  }
}
