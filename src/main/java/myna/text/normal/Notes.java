package myna.text.normal;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Marks of notes, which are silent: raised digits that lost their form, as in "home.1 Then he slept",
 * and figures in brackets right behind a word, as in "home.[1]".
 */
final class Notes implements SemioticClass {
  /** Behind a word and the mark that ends its sentence; a capital or nothing follows. */
  private static final Pattern FIGURE =
      Forms.compile(
          "(?<=\\p{Ll}{2}[.!?][\"')]?|\\p{Ll}{2}[\"'][.!?])[1-9]\\d{0,2}(?:,[1-9]\\d{0,2}){0,3}(?=(?:"
              + " +[\"'(\\[]*\\p{Lu}|\\s*$|\\s*\\n))");

  private static final Pattern BRACKETED =
      Forms.compile(
          "(?<=[\\p{L}\\p{N}.,;:!?\"')\\]])\\[(?:\\d{1,3}(?:[,–-] ?\\d{1,3}){0,4}|[a-z]|note \\d{1,2}|citation needed)\\]");

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
          default -> FIGURE;
        };
    Matcher mark = cursor.match(pattern);
    return mark == null ? null : Reading.of(mark.end(), "");
  }
}
