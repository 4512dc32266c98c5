package myna.text.en.normal;

/** What the readers of written forms need to know of words. */
@FunctionalInterface
public interface Vocabulary {
  /**
   * How frequent a word is.
   *
   * @param word in lower case
   * @return 0 (listed, never seen) to 127, or -1 if it is not listed
   */
  int frequencyClass(String word);

  /** Whether the word is listed. */
  default boolean contains(String word) {
    return frequencyClass(word) >= 0;
  }
}
