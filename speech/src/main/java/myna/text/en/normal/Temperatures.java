package myna.text.en.normal;

import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Temperatures without the sign of a degree: -20F, at 350F, 37C. */
final class Temperatures implements SemioticClass {
  private static final Pattern FORM =
      Forms.compile("([-+])?(\\d{1,3}(?:\\.\\d{1,2})?) ?([FC])(?![\\p{L}\\p{N}'°-])");
  private static final Set<String> BEFORE =
      Set.of(
          "at", "to", "of", "was", "is", "about", "around", "nearly", "almost", "over", "under",
          "above", "below", "hit", "reached", "between", "and", "from", "than", "it's", "near",
          "only", "fell", "rose");

  @Override
  public boolean startsWith(char first) {
    return Forms.isDigit(first) || first == '-' || first == '+';
  }

  @Override
  public Reading read(Cursor cursor) {
    if (Character.isLetterOrDigit(cursor.at(-1)) || ".,-$€£/:".indexOf(cursor.at(-1)) >= 0) {
      return null;
    }
    Matcher form = cursor.match(FORM);
    if (form == null || !isTemperature(cursor, form)) {
      return null;
    }
    String sign = form.group(1);
    String unit = form.group(3).equals("F") ? "Fahrenheit" : "Celsius";
    return Reading.speech()
        .say(sign == null ? "" : sign.equals("-") ? "minus" : "plus")
        .say(NumberWords.decimal(form.group(2)))
        .say(Forms.isOne(form.group(2)) ? "degree" : "degrees")
        .say(unit)
        .until(form.end());
  }

  private static boolean isTemperature(Cursor cursor, Matcher form) {
    boolean joined = form.group().indexOf(' ') < 0;
    boolean plausible = form.group(2).length() > 1 && BEFORE.contains(cursor.lowerWordBefore());
    return joined && (form.group(1) != null || plausible);
  }
}
