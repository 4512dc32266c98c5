package myna.narration.read;

import java.util.Locale;
import myna.text.en.pronounce.Lexicon;

/** Which words the lexicon lists. It is read when it is asked first, for most books never. */
final class ListedWords {
  private Lexicon lexicon;

  boolean has(String word) {
    if (lexicon == null) {
      lexicon = Lexicon.english();
    }
    return lexicon.contains(word.toLowerCase(Locale.ROOT));
  }
}
