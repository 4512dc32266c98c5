package myna.text.en.normal;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import myna.text.en.normal.Units.Unit;

/** Sides of something: 3x4, 1920x1080, 10x20 cm, 8.5 x 11 in., 2 m x 3 m. */
final class Sides implements SemioticClass {
  private static final String SIDE = "(\\d{1,5}(?:\\.\\d{1,3})?)";
  private static final Pattern CROSS =
      Forms.compile(SIDE + " ?[x×] ?" + SIDE + "(?: ?[x×] ?" + SIDE + ")?(?![\\p{N}]|[.,]\\d)");
  private static final Pattern UNIT =
      Forms.compile(" ?(\\p{L}[\\p{L}]{0,10}[²³23]?)(?![\\p{L}\\p{N}])(\\.)?");
  private static final Pattern SIGN = Forms.compile("[x×] (?=\\d)");

  private final Units units;

  Sides(Units units) {
    this.units = units;
  }

  @Override
  public boolean startsWith(char first) {
    return Forms.isDigit(first) || first == 'x' || first == '×';
  }

  @Override
  public Reading read(Cursor cursor) {
    boolean measured = cursor.at(-1) == ' ' && isOfASide(cursor.at(-2)) && hasDigitBefore(cursor);
    if (measured && cursor.match(SIGN) != null) {
      return Reading.of(cursor.position() + 1, "by");
    }
    if (Character.isLetterOrDigit(cursor.at(-1)) || cursor.continuesNumber(".")) {
      return null;
    }
    Matcher form = cursor.match(CROSS);
    if (form == null) {
      return null;
    }
    Reading.Speech speech =
        Reading.speech().say(side(form.group(1))).say("by").say(side(form.group(2)));
    if (form.group(3) != null) {
      speech.say("by").say(side(form.group(3)));
    }
    return withUnit(cursor, speech, form.end());
  }

  private Reading withUnit(Cursor cursor, Reading.Speech speech, int end) {
    Matcher written = cursor.matchAt(UNIT, end);
    if (written == null) {
      return speech.until(end);
    }
    boolean space = cursor.charAt(end) == ' ';
    Unit pointed = written.group(2) == null ? null : units.get(written.group(1) + ".");
    Unit unit = pointed == null ? units.get(written.group(1)) : pointed;
    if (unit == null || !unit.isRead(space)) {
      return speech.until(end);
    }
    boolean adjective = cursor.lowerWordBefore().matches("an?|each|every");
    return speech
        .say(adjective ? unit.one() : unit.many())
        .until(pointed == null ? written.end(1) : written.end());
  }

  private static boolean isOfASide(char last) {
    return Character.isLetterOrDigit(last) || last == '"' || last == '\'';
  }

  /** A number shortly before: 2 m x 3 m. */
  private static boolean hasDigitBefore(Cursor cursor) {
    for (int i = 2; i < 8; i++) {
      if (Forms.isDigit(cursor.at(-i))) {
        return true;
      }
    }
    return false;
  }

  private static String side(String number) {
    return number.length() == 4 && number.indexOf('.') < 0
        ? NumberWords.pairs(number)
        : NumberWords.decimal(number);
  }
}
