package myna.narration.speakers;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Which words of a book are names: those with a capital where no sentence starts. */
final class Vocabulary implements Names {
  private static final Set<String> NO_NAMES =
      Set.of(
          "i",
          "monday",
          "tuesday",
          "wednesday",
          "thursday",
          "friday",
          "saturday",
          "sunday",
          "january",
          "february",
          "march",
          "april",
          "may",
          "june",
          "july",
          "august",
          "september",
          "october",
          "november",
          "december",
          "god",
          "heaven",
          "lord",
          "christmas",
          "easter",
          "english",
          "french",
          "german",
          "american",
          "british",
          "chapter",
          "oh",
          "o",
          "ah",
          "yes",
          "no",
          "nature",
          "providence",
          "amen");

  private static final Set<String> TITLES =
      Set.of(
          "mr",
          "mrs",
          "ms",
          "miss",
          "dr",
          "doctor",
          "sir",
          "lady",
          "lord",
          "captain",
          "capt",
          "colonel",
          "col",
          "major",
          "professor",
          "prof",
          "aunt",
          "uncle",
          "madame",
          "mme",
          "monsieur",
          "inspector",
          "king",
          "queen",
          "prince",
          "princess",
          "count",
          "countess",
          "duke",
          "duchess",
          "judge",
          "rev",
          "reverend",
          "father",
          "mother",
          "sister",
          "brother",
          "grandmother",
          "grandfather",
          "squire",
          "master",
          "mademoiselle");

  private final Map<String, int[]> counts = new HashMap<>();

  /** Counts the words of a text. */
  void add(List<Token> tokens) {
    for (Token token : tokens) {
      if (token.isWord()) {
        int[] count = counts.computeIfAbsent(token.small(), word -> new int[2]);
        if (!token.isCapital()) {
          count[0]++;
        } else if (!token.opens()) {
          count[1]++;
        }
      }
    }
  }

  static boolean isTitle(Token token) {
    return token.isCapital() && isTitle(token.small());
  }

  static boolean isTitle(String small) {
    return TITLES.contains(small);
  }

  @Override
  public boolean isName(Token token) {
    String small = token.small();
    if (!token.isWord() || !token.isCapital() || NO_NAMES.contains(small) || small.contains("’")) {
      return false;
    }
    int[] count = counts.getOrDefault(small, new int[2]);
    boolean given = count[0] == 0 && GivenNames.gender(small) != Gender.UNKNOWN;
    return given || (count[1] > 0 && count[1] > 2 * count[0]);
  }
}
