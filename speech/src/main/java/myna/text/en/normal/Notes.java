package myna.text.en.normal;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Marks of notes, which are silent: raised digits that lost their form, as in "home.1 Then he
 * slept", and figures in brackets right behind a word, as in "home.[1]".
 */
final class Notes implements SemioticClass {
  /** Behind a word and the mark that ends its sentence; a capital or nothing follows. */
  private static final Pattern FIGURE =
      Forms.compile(
          "(?<=\\p{L}\\p{Ll}[.!?][\"')]?|\\p{Ll}[)\"'][.!?])[1-9]\\d{0,2}(?:,[1-9]\\d{0,2}){0,3}(?=(?:"
              + " +[\"'(\\[]*\\p{Lu}|\\s*$|\\s*\\n"
              + "))");

  /** Behind the mark that ends what somebody says; the sentence may go on. */
  private static final Pattern QUOTED =
      Forms.compile("(?<=\\p{Ll}[.!?,][\"'])[1-9]\\d{0,2}(?= +\\p{L}|\\s*$)");

  private static final Pattern NUMBERED =
      Forms.ignoringCase(
          "vols?|chs?|chap|pp|pg|figs|eqs?|secs?|arts?|op|pts?|ver|ext|tel|app|bks?|ex|"
              + Months.ANY);

  private static final Pattern BRACKETED =
      Forms.compile(
          "(?<=[\\p{L}\\p{N}.,;:!?\"')\\]])\\[(?:\\d{1,3}(?:[,–-] ?\\d{1,3}){0,4}|[a-z]|note"
              + " \\d{1,2}|citation needed)\\]");

  private static final Pattern DAGGERS = Forms.compile("[†‡]+");

  @Override
  public boolean startsWith(char first) {
    return Forms.isDigit(first) || first == '[' || first == '†' || first == '‡';
  }

  @Override
  public Reading read(Cursor cursor) {
    Pattern pattern =
        switch (cursor.at(0)) {
          case '[' -> BRACKETED;
          case '†', '‡' -> DAGGERS;
          default -> isQuoted(cursor) ? QUOTED : FIGURE;
        };
    Matcher mark = cursor.match(pattern);
    boolean number = mark != null && Forms.isDigit(cursor.at(0)) && isNumbered(cursor);
    return mark == null || number ? null : Reading.of(mark.end(), "");
  }

  private static boolean isQuoted(Cursor cursor) {
    return "\"'".indexOf(cursor.at(-1)) >= 0;
  }

  /** Whether the point before the cursor is of an abbreviation that numbers something: No.5 */
  private static boolean isNumbered(Cursor cursor) {
    String word = cursor.wordBefore(cursor.position() - 1);
    return Starters.isNeverLast(word + ".") || NUMBERED.matcher(word).matches();
  }
}
