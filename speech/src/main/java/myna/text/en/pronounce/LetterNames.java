package myna.text.en.pronounce;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The names of the letters, for what is spelled. */
final class LetterNames {
  private static final String[] NAMES = {
    "EY1",
    "B IY1",
    "S IY1",
    "D IY1",
    "IY1",
    "EH1 F",
    "JH IY1",
    "EY1 CH",
    "AY1",
    "JH EY1",
    "K EY1",
    "EH1 L",
    "EH1 M",
    "EH1 N",
    "OW1",
    "P IY1",
    "K Y UW1",
    "AA1 R",
    "EH1 S",
    "T IY1",
    "Y UW1",
    "V IY1",
    "D AH1 B AH0 L Y UW0",
    "EH1 K S",
    "W AY1",
    "Z IY1"
  };

  private final boolean british;

  LetterNames(boolean british) {
    this.british = british;
  }

  /**
   * The phonemes of a word's letters, one name after another; a small s at the end of capitals, and
   * 's, are the plural or possessive.
   */
  List<String> spell(String word) {
    String base = word.endsWith("'s") ? word.substring(0, word.length() - 2) : word;
    boolean small =
        base.length() > 2
            && base.endsWith("s")
            && Character.isUpperCase(base.charAt(base.length() - 2));
    boolean plural = small || base.length() < word.length();
    String letters = (small ? base.substring(0, base.length() - 1) : base).toLowerCase(Locale.ROOT);
    List<String> phonemes = new ArrayList<>();
    for (int i = 0; i < letters.length(); i++) {
      char c = letters.charAt(i);
      if (c >= 'a' && c <= 'z') {
        String name = c == 'z' && british ? "Z EH1 D" : NAMES[c - 'a'];
        phonemes.addAll(List.of(name.split(" ")));
      }
    }
    if (plural && !phonemes.isEmpty()) {
      phonemes.addAll(Inflection.plural(phonemes.getLast()));
    }
    return phonemes;
  }
}
