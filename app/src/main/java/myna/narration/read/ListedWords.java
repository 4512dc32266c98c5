package myna.narration.read;

import java.util.Locale;
import java.util.function.Predicate;
import myna.text.en.EnglishFrontEnd;

/** Which words the lexicon lists. It is read when it is asked first, for most books never. */
final class ListedWords {
  private Predicate<String> listed;

  boolean has(String word) {
    if (listed == null) {
      listed = EnglishFrontEnd.listedWords();
    }
    return listed.test(word.toLowerCase(Locale.ROOT));
  }
}
