package myna.text.en.normal;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Ordinal numbers: 1st, 22nd, 1,000th. An ending that does not fit is read apart: "12nd", twelve
 * nd.
 */
final class Ordinal implements SemioticClass {
  private static final Pattern FORM =
      Forms.ignoringCase("(" + Forms.WHOLE + ")(st|nd|rd|th)(s?)(?![\\p{L}\\p{N}])");

  @Override
  public boolean startsWith(char first) {
    return Forms.isDigit(first);
  }

  @Override
  public Reading read(Cursor cursor) {
    Matcher form = cursor.match(FORM);
    if (form == null) {
      return null;
    }
    String digits = form.group(1).replace(",", "");
    String ending = form.group(2);
    if (!fits(digits, ending)) {
      return Reading.speech()
          .say(NumberWords.cardinal(digits))
          .spell(ending + form.group(3))
          .until(form.end());
    }
    return Reading.of(form.end(), NumberWords.ordinal(digits) + form.group(3));
  }

  /** Whether English writes the ordinal of {@code digits} with this ending. */
  static boolean fits(String digits, String ending) {
    char last = digits.charAt(digits.length() - 1);
    boolean teen = digits.length() > 1 && digits.charAt(digits.length() - 2) == '1';
    String right =
        switch (teen ? '0' : last) {
          case '1' -> "st";
          case '2' -> "nd";
          case '3' -> "rd";
          default -> "th";
        };
    return ending.equalsIgnoreCase(right);
  }
}
