package myna.text.en.pronounce;

/** Words whose pronunciation is listed. */
interface WordList {
  /** The facts of {@code word} (lower case), or null if it is not listed. */
  Lexicon.Entry lookup(String word);

  /** Frequency class of a listed word, 0 (unseen) to 127; -1 if the word is not listed. */
  int frequencyClass(String word);
}
