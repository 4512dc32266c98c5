package myna.text.en.normal;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** The words of assets/text/numerals.tsv, beside which letters are Roman numerals or are not. */
final class Numerals {
  private final Map<String, Set<String>> words = new HashMap<>(); // by kind

  Numerals() {
    for (String[] row : Facts.table("numerals.tsv", 2)) {
      words.computeIfAbsent(row[1], key -> new HashSet<>()).add(row[0]);
    }
  }

  /** Whether a word, in any case, is of a kind. */
  boolean is(String kind, String word) {
    return words.getOrDefault(kind, Set.of()).contains(word.toLowerCase(Locale.ROOT));
  }

  /** Whether a numeral usually follows this word. */
  boolean isCounted(String word) {
    return is("counted", word) || is("long", word) || is("lettered", word) || is("word", word);
  }

  /** Whether a numeral of one letter can follow this word: C, D, L and M are mostly letters. */
  boolean isCountedBy(String word, char numeral) {
    boolean letter = "CDLM".indexOf(numeral) >= 0;
    return is("long", word) || (!letter && !is("lettered", word));
  }

  /** Whether numerals usually follow the plural: Chapters I-III. */
  boolean isPlural(String word) {
    return word.length() > 2
        && word.endsWith("s")
        && isCounted(word.substring(0, word.length() - 1));
  }
}
