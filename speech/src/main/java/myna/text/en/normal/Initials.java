package myna.text.en.normal;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Letters with points: U.S.A., e.s.t, C. S. Lewis, John F. Kennedy. */
final class Initials implements SemioticClass {
  private static final Pattern JOINED =
      Forms.compile(
          "(?:\\p{L}(?:\\.\\p{L}){2,9}\\.?|\\p{Lu}\\.\\p{Lu}\\.?|\\p{L}\\.\\p{L}\\.)(?![\\p{L}\\p{N}])");
  private static final Pattern PLURAL = Forms.compile("((?:\\p{Lu}\\.){2,8})s(?![\\p{L}\\p{N}])");
  private static final Pattern NAMES =
      Forms.compile("(\\p{Lu})\\.((?: ?\\p{Lu}\\.){0,5})(?= ?\\p{Lu}\\p{L})");
  private static final Set<String> WORDS =
      Set.of(
          "US", "IT", "IN", "IS", "OR", "ME", "HE", "WE", "NO", "SO", "GO", "DO", "MY", "IF", "AS",
          "AT", "ON", "BE", "BY", "UP", "HI", "OH", "AN", "TO", "OF");
  private static final Pattern PARTS = Forms.compile("\\p{L}");

  private final Numerals numerals;

  Initials(Numerals numerals) {
    this.numerals = numerals;
  }

  @Override
  public boolean startsWith(char first) {
    return Character.isLetter(first);
  }

  @Override
  public Reading read(Cursor cursor) {
    if (cursor.at(1) != '.'
        || Character.isLetterOrDigit(cursor.at(-1))
        || "'-@./".indexOf(cursor.at(-1)) >= 0) {
      return null;
    }
    Matcher names = cursor.match(NAMES);
    if (names != null && isName(cursor, names)) {
      return spelled(names.group(), names.end());
    }
    Matcher plural = cursor.match(PLURAL);
    if (plural != null) {
      String letters = plural.group(1).replace(".", "");
      return Reading.speech().spell(letters + "s").until(plural.end());
    }
    Matcher joined = cursor.match(JOINED);
    return joined == null ? null : spelled(joined.group(), joined.end());
  }

  private static Reading spelled(String written, int end) {
    StringBuilder letters = new StringBuilder();
    Matcher part = PARTS.matcher(written);
    while (part.find()) {
      letters.append(part.group());
    }
    String capitals = letters.toString().toUpperCase(Locale.ROOT);
    Reading.Speech speech = Reading.speech();
    return (isWord(capitals) ? speech.spellApart(capitals) : speech.spell(capitals)).until(end);
  }

  /** Whether the letters without points would be a word: U.S. and us. */
  private static boolean isWord(String capitals) {
    return WORDS.contains(capitals);
  }

  /**
   * Several initials before a name, or one between names or at the start; "Plan B. The" ends a
   * sentence instead.
   */
  private boolean isName(Cursor cursor, Matcher names) {
    if (Starters.isStarter(cursor.wordAfter(names.end()))) {
      return false;
    }
    if (!names.group(2).isEmpty()) {
      return true;
    }
    String before = cursor.wordBefore(cursor.position());
    if ("IVX".contains(names.group(1)) && numerals.isCounted(before)) {
      return false;
    }
    boolean nameBefore = before.length() > 1 && Character.isUpperCase(before.charAt(0));
    boolean start = before.isEmpty() && ".,;:!?\n\"(".indexOf(lastMark(cursor)) >= 0;
    return nameBefore || (start && !names.group(1).equals("I"));
  }

  private static char lastMark(Cursor cursor) {
    char before = cursor.at(-1);
    return before == ' ' ? cursor.at(-2) : before;
  }
}
