package myna.text.en.pronounce;

import java.util.List;

/**
 * A word among its neighbours.
 *
 * @param neighbours the sentence
 * @param index which of its words is meant
 * @param form how it is written
 */
public record Context(Neighbours neighbours, int index, Form form) {
  private static final String NONE = "";

  /** How a word is written; CAPITALS only in a sentence that is not all in capitals. */
  public enum Form {
    SMALL,
    CAPITALIZED,
    CAPITALS
  }

  /** A word without neighbours. */
  public static Context alone(String lower, Form form) {
    return new Context(Neighbours.of(List.of(lower)), 0, form);
  }

  /** Whether nothing else is said in the sentence, so that nothing tells which sense is meant. */
  boolean isAlone() {
    return isFirst() && isLast();
  }

  /** The neighbour {@code offset} places away; empty beyond the ends. */
  String at(int offset) {
    int at = index + offset;
    List<String> words = neighbours.words();
    return at < 0 || at >= words.size() ? NONE : words.get(at);
  }

  boolean isFirst() {
    return index <= neighbours.first();
  }

  boolean isLast() {
    return index >= neighbours.last();
  }
}
