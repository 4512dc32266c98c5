package myna.text.en.normal;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Numerals of people: King Charles I, Henry VIII, Thurston Howell III. */
final class Namesakes {
  private static final Pattern NAMES =
      Forms.compile(
          "(?:(?:(\\p{L}[\\p{L}'-]{1,20})\\.? )?(\\p{L}[\\p{L}'-]{0,20})\\.?"
              + " )?(\\p{Lu}[\\p{L}'-]{1,20}),? $");
  private static final int WINDOW = 66;

  /** What somebody says of a king without numeral: I saw King Charles I think. */
  private static final Set<String> OPINIONS =
      Set.of(
          "think",
          "guess",
          "suppose",
          "believe",
          "mean",
          "know",
          "hope",
          "wish",
          "admire",
          "love",
          "like",
          "met",
          "saw",
          "remember",
          "am",
          "have",
          "would",
          "could",
          "can",
          "will",
          "do",
          "don't",
          "once");

  private final Numerals numerals;
  private final Vocabulary vocabulary;

  Namesakes(Numerals numerals, Vocabulary vocabulary) {
    this.numerals = numerals;
    this.vocabulary = vocabulary;
  }

  /** Whether a ruler's name and "the" stand before the cursor: Henry the VIII. */
  boolean isNamed(Cursor cursor) {
    String name = cursor.wordBefore(cursor.position() - "the ".length());
    return !name.isEmpty()
        && Character.isUpperCase(name.charAt(0))
        && (numerals.is("ruler", name) || numerals.is("given", name));
  }

  /** Whether the numeral counts a ruler of the name before the cursor. */
  boolean isRuler(Cursor cursor, String numeral, int end) {
    Matcher names = names(cursor);
    if (names == null || names.group().contains(",")) {
      return false;
    }
    String next = cursor.charAt(end) == ' ' ? cursor.wordAfter(end) : "";
    boolean title = isTitle(names.group(2)) || isTitle(names.group(1));
    if (title && !numerals.is("title", names.group(3))) {
      return !(numeral.equals("I") && OPINIONS.contains(next));
    }
    return numerals.is("ruler", names.group(3))
        && isRulersNumber(cursor, names.group(3), numeral, next);
  }

  private boolean isTitle(String word) {
    return word != null && Character.isUpperCase(word.charAt(0)) && numerals.is("title", word);
  }

  /** X and M after a name are more often names; I is more often the speaker. */
  private static boolean isRulersNumber(Cursor cursor, String name, String numeral, String next) {
    boolean shouted = name.equals(name.toUpperCase(Locale.ROOT));
    return switch (numeral) {
      case "I" -> !shouted && !Speaker.isFollowedByVerb(next);
      case "V" -> !shouted || cursor.at(-2) != ' ';
      case "X", "C", "D", "L", "M" -> false;
      case "MIX", "DIM", "MC", "MD", "CD", "CV", "DC", "DI" -> false;
      default -> true;
    };
  }

  /** Whether the names before the cursor are a person's: a first name, or two that are no words. */
  boolean isPerson(Cursor cursor) {
    Matcher names = names(cursor);
    if (names == null || names.group(2) == null || numerals.isCounted(names.group(3))) {
      return false;
    }
    boolean first = isFirst(names.group(2)) || isFirst(names.group(1));
    boolean unknown =
        Character.isUpperCase(names.group(2).charAt(0))
            && isRare(names.group(2))
            && isRare(names.group(3));
    return first || unknown;
  }

  private boolean isFirst(String name) {
    return name != null && Character.isUpperCase(name.charAt(0)) && numerals.is("given", name);
  }

  private boolean isRare(String word) {
    return !word.equals(word.toUpperCase(Locale.ROOT))
        && vocabulary.frequencyClass(word.toLowerCase(Locale.ROOT)) <= 0;
  }

  private static Matcher names(Cursor cursor) {
    int from = Math.max(0, cursor.position() - WINDOW);
    Matcher names = NAMES.matcher(cursor.text()).region(from, cursor.position());
    return names.find() ? names : null;
  }
}
