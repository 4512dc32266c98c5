package myna.text.en.normal;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Whole and decimal numbers: 2, 1,000,000, -34, .1665, 100 million. */
final class Cardinal implements SemioticClass {
  private static final Pattern FORM =
      Forms.compile(
          "(-)?("
              + Forms.NUMBER
              + ")(?: ("
              + Forms.QUANTITY
              + ")\\b|(?=-(\\p{L}))|(?![\\p{L}\\p{N}]|\\.\\d))");

  @Override
  public boolean startsWith(char first) {
    return Forms.isDigit(first) || first == '-' || first == '.';
  }

  @Override
  public Reading read(Cursor cursor) {
    Matcher form = cursor.match(FORM);
    if (form == null || !mayStart(cursor, form)) {
      return null;
    }
    Reading.Speech speech = Reading.speech();
    if (form.group(1) != null) {
      speech.say("minus");
    }
    String number = form.group(2);
    if (form.group(3) != null) {
      return speech.say(NumberWords.plainDecimal(number)).say(form.group(3)).until(form.end());
    }
    boolean joined = form.group(4) != null;
    return speech
        .say(joined ? NumberWords.plainDecimal(number) : NumberWords.decimal(number))
        .until(form.end());
  }

  /**
   * A minus follows no word or number, a leading point follows neither point nor letter nor closing
   * mark.
   */
  private static boolean mayStart(Cursor cursor, Matcher form) {
    char before = cursor.at(-1);
    if (form.group(1) != null && Character.isLetterOrDigit(before)) {
      return false;
    }
    boolean closed = ")\"'".indexOf(before) >= 0 && !Character.isWhitespace(cursor.at(-2));
    return form.group(2).charAt(0) != '.'
        || (!Character.isLetter(before) && before != '.' && !closed);
  }
}
