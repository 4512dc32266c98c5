package myna.text.en.pronounce;

import java.util.List;

/**
 * The words of a sentence in lower case; marks stand among them as single characters.
 *
 * @param words words and marks, none of them empty
 * @param first index of the first that is a word; beyond the end if none is
 * @param last index of the last that is a word, or -1
 */
public record Neighbours(List<String> words, int first, int last) {
  public Neighbours {
    words = List.copyOf(words);
  }

  /** The neighbours among {@code words}. */
  public static Neighbours of(List<String> words) {
    int first = 0;
    while (first < words.size() && !isWord(words.get(first))) {
      first++;
    }
    int last = words.size() - 1;
    while (last >= 0 && !isWord(words.get(last))) {
      last--;
    }
    return new Neighbours(words, first, last);
  }

  private static boolean isWord(String text) {
    return Character.isLetterOrDigit(text.codePointAt(0));
  }
}
