package myna.text.en.normal;

import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Quarters and halves of years as accounts write them: 2Q22, 1H2023, Q3'21. */
final class Periods implements SemioticClass {
  private static final Pattern NUMBER_FIRST =
      Forms.compile(
          "([1-4])(Q)'?(\\d{4}|\\d{2})(?![\\p{L}\\p{N}])|([12])(H)'?(\\d{4}|\\d{2})(?![\\p{L}\\p{N}])");
  private static final Pattern LETTER_FIRST =
      Forms.compile("(?:(Q)([1-4])|(H)([12]))'(\\d{2})(?![\\p{L}\\p{N}])");

  private static final Set<String> BARE =
      Set.of(
          "in", "of", "for", "by", "since", "from", "during", "until", "to", "through", "over",
          "on");

  @Override
  public boolean startsWith(char first) {
    return (first >= '1' && first <= '4') || first == 'Q' || first == 'H';
  }

  @Override
  public Reading read(Cursor cursor) {
    boolean letters = Character.isLetter(cursor.at(0)) && !Forms.isDigit(cursor.at(1));
    if (letters || Character.isLetterOrDigit(cursor.at(-1)) || ".,-/".indexOf(cursor.at(-1)) >= 0) {
      return null;
    }
    Matcher form = cursor.match(NUMBER_FIRST);
    if (form != null) {
      boolean quarter = form.group(1) != null;
      return quarter
          ? read(cursor, form.group(1) + "quarter", form.group(3), form.end())
          : read(cursor, form.group(4) + "half", form.group(6), form.end());
    }
    form = cursor.match(LETTER_FIRST);
    if (form == null) {
      return null;
    }
    String period = form.group(1) != null ? form.group(2) + "quarter" : form.group(4) + "half";
    return read(cursor, period, form.group(5), form.end());
  }

  /** The words for a period such as "2quarter"; it gets an article behind "in" and the like. */
  private static Reading read(Cursor cursor, String period, String year, int end) {
    String whole = year.length() == 2 ? "20" + year : year;
    return Reading.speech()
        .say(BARE.contains(cursor.lowerWordBefore()) ? "the" : "")
        .say(NumberWords.ordinal(period.substring(0, 1)))
        .say(period.substring(1) + " of " + NumberWords.year(Integer.parseInt(whole)))
        .until(end);
  }
}
