package myna.text.en;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import myna.text.en.normal.Facts;

/**
 * Guesses the language of a text by its script and its most frequent small words, those of
 * assets/text/languages.tsv.
 */
final class Languages {
  static final String ENGLISH = "English";

  private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{M}']+");
  private static final int FEW_WORDS = 20; // too few to tell
  private static final int FEW_LETTERS = 30;
  private static final double LEAST = 0.1; // share of small words in a text of a language

  private final Map<String, Set<String>> words = new HashMap<>(); // by the language's name

  Languages() {
    for (String[] row : Facts.table("languages.tsv", 3)) {
      words.put(row[1], Set.of(row[2].split(" ", -1)));
    }
  }

  /** What a text is written in: a language, a script, or English where nothing can be told. */
  String of(String text) {
    long letters = text.codePoints().filter(Character::isLetter).count();
    long latin =
        text.codePoints()
            .filter(Character::isLetter)
            .filter(c -> Character.UnicodeScript.of(c) == Character.UnicodeScript.LATIN)
            .count();
    if (letters >= FEW_LETTERS && latin * 2 < letters) {
      return "a script other than Latin";
    }
    List<String> all = words(text);
    if (all.size() < FEW_WORDS || share(all, ENGLISH) >= LEAST) {
      return ENGLISH;
    }
    String best = ENGLISH;
    for (String language : words.keySet().stream().sorted().toList()) {
      boolean better = share(all, language) > share(all, best);
      best = better && share(all, language) >= LEAST ? language : best;
    }
    return best;
  }

  private double share(List<String> all, String language) {
    Set<String> small = words.get(language);
    return (double) all.stream().filter(small::contains).count() / all.size();
  }

  private static List<String> words(String text) {
    List<String> all = new ArrayList<>();
    Matcher word = WORD.matcher(text);
    while (word.find()) {
      all.add(word.group().toLowerCase(Locale.ROOT));
    }
    return all;
  }
}
