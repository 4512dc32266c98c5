package myna.text.en.normal;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Dates: July 25 2012, 25 July, Jan-15-2020, 10/06/2005 by locale, 2020-01-15, July 4-6, May 2012.
 */
final class Dates implements SemioticClass {
  private static final String DAY = "(0?[1-9]|[12]\\d|3[01])(st|nd|rd|th)?";
  private static final String YEAR = "([1-9]\\d{3})";
  private static final String END = "(?![\\p{L}\\p{N}]|[-/:]\\d|\\.\\d)";
  private static final Pattern MONTH_DAY =
      Forms.ignoringCase(
          "("
              + Months.ANY
              + ")(?:\\. ?|-| )(?:the )?"
              + DAY
              + "(?: ?[-–] ?"
              + DAY
              + ")?(?:(,? |-|,)"
              + YEAR
              + ")?"
              + END);
  private static final Pattern DAY_MONTH =
      Forms.ignoringCase(
          DAY
              + "(?: ?[-–] ?"
              + DAY
              + ")?(?: of|-)?[ -]?("
              + Months.ANY
              + ")\\b(?:\\.?(,? |-|,? of )"
              + YEAR
              + ")?"
              + END);
  private static final Pattern MONTH_YEAR =
      Forms.ignoringCase("(" + Months.ANY + ")(?:\\.?,? |\\.|-)" + "([12]\\d{3})" + END);
  private static final Pattern WEEKDAYS =
      Forms.compile(
          "(Mon|Tue|Tues|Wed|Thu|Thur|Thurs|Fri|Sat|Sun)\\.? ?[-–]"
              + " ?(Mon|Tue|Tues|Wed|Thu|Thur|Thurs|Fri|Sat|Sun)\\b(?:\\.(?= [\\p{Ll}\\d]|,))?");
  private static final Pattern WEEKDAY =
      Forms.compile(
          "(Mon|Tue|Tues|Wed|Thu|Thur|Thurs|Fri|Sat|Sun)\\b(?=,? (?i:"
              + Months.ANY
              + ")\\b\\.? \\d|,? \\d{1,2}(?:st|nd|rd|th)? (?i:"
              + Months.ANY
              + ")\\b|,? \\d{1,2}[/.-]\\d{1,2}[/.-]\\d| \\d{1,2}(?::\\d{2})? ?[AaPp]\\.?[Mm]\\b)");
  private static final Pattern MONTH_IN_FIGURES =
      Forms.compile("(?:(0[1-9])/((?:19|20)\\d{2})|((?:19|20)\\d{2})/(0[1-9]|1[0-2]))" + END);
  private static final Pattern YEAR_FIRST =
      Forms.compile(
          "([12]\\d{3})([-/.])(0?[1-9]|1[0-2])\\2(0?[1-9]|[12]\\d|3[01])(?![\\p{Lu}\\p{N}&&[^T]]|[-/.]\\d)");

  /** The time behind a date in ISO 8601; seconds and offsets are passed over. */
  private static final Pattern ISO_TIME =
      Forms.compile(
          "T([01]\\d|2[0-4]):([0-5]\\d)(?::[0-5]\\d(?:\\.\\d{1,9})?)?(?:(Z)|[+-]\\d{2}:?\\d{2})?(?![\\p{L}\\p{N}])");

  private static final Pattern YEAR_LAST =
      Forms.compile(
          "(0?[1-9]|[12]\\d|3[01])([-/.])(0?[1-9]|[12]\\d|3[01])\\2([12]\\d{3}|\\d{2})(?![\\p{L}\\p{N}]|[-/.]\\d)");

  private static final Pattern COUNTED =
      Forms.compile(
          " (?!and\\b|at\\b|in\\b|to\\b|from\\b|until\\b|through\\b|is\\b|was\\b|for\\b|on\\b|by\\b)\\p{Ll}");

  @Override
  public boolean startsWith(char first) {
    return Forms.isDigit(first) || "JFMASONDTWjfmasond".indexOf(first) >= 0;
  }

  @Override
  public Reading read(Cursor cursor) {
    if (Character.isLetterOrDigit(cursor.at(-1)) || "$€£".indexOf(cursor.at(-1)) >= 0) {
      return null;
    }
    if (!Forms.isDigit(cursor.at(0))) {
      Reading reading = readMonthDay(cursor);
      if (reading == null) {
        reading = readMonthYear(cursor);
      }
      return reading == null ? readWeekdays(cursor) : reading;
    }
    Matcher month = cursor.match(MONTH_IN_FIGURES);
    if (month != null) {
      return monthInFigures(month);
    }
    Reading reading = readDayMonth(cursor);
    if (reading == null) {
      reading = readYearFirst(cursor);
    }
    return reading == null ? readYearLast(cursor) : reading;
  }

  private static Reading readMonthDay(Cursor cursor) {
    Matcher form = cursor.match(MONTH_DAY);
    if (form == null || isDoubtful(cursor, form, 1, 3)) {
      return null;
    }
    boolean british = cursor.variety() == Variety.GB;
    Reading.Speech speech = Reading.speech().say(Months.spoken(form.group(1)));
    speech.say(british ? "the" : "").say(NumberWords.ordinal(bare(form.group(2))));
    if (form.group(4) != null) {
      speech.say("to").say(NumberWords.ordinal(bare(form.group(4))));
    }
    return year(comma(speech, form.group(6)), form.group(7)).until(form.end());
  }

  private static Reading readDayMonth(Cursor cursor) {
    Matcher form = cursor.match(DAY_MONTH);
    if (form == null || isDoubtful(cursor, form, 5, 2)) {
      return null;
    }
    boolean article = cursor.lowerWordBefore().equals("the");
    Reading.Speech speech =
        Reading.speech().say(article ? "" : "the").say(NumberWords.ordinal(bare(form.group(1))));
    if (form.group(3) != null) {
      speech.say("to the").say(NumberWords.ordinal(bare(form.group(3))));
    }
    speech.say("of").say(Months.spoken(form.group(5)));
    int end = form.end();
    boolean shortened = !Months.spoken(form.group(5)).equalsIgnoreCase(form.group(5));
    if (form.group(7) == null && shortened && cursor.charAt(end) == '.') {
      end++;
    }
    return year(comma(speech, form.group(6)), form.group(7)).until(end);
  }

  /**
   * A verb rather than a month: neither an ordinal ending nor a year beside it, and a thing counted
   * behind it.
   */
  private static boolean isDoubtful(Cursor cursor, Matcher form, int month, int ending) {
    return Months.isDoubtful(form.group(month))
        && form.group(ending) == null
        && form.group(7) == null
        && cursor.matchAt(COUNTED, form.end()) != null;
  }

  private static Reading readMonthYear(Cursor cursor) {
    Matcher form = cursor.match(MONTH_YEAR);
    if (form == null) {
      return null;
    }
    return year(Reading.speech().say(Months.spoken(form.group(1))), form.group(2))
        .until(form.end());
  }

  private static Reading readWeekdays(Cursor cursor) {
    Matcher day = cursor.match(WEEKDAY);
    if (day != null) {
      return Reading.of(day.end(), Months.weekday(day.group(1)));
    }
    Matcher form = cursor.match(WEEKDAYS);
    return form == null
        ? null
        : Reading.of(
            form.end(), Months.weekday(form.group(1)) + " to " + Months.weekday(form.group(2)));
  }

  /** 07/2012 and 2012/07. */
  private static Reading monthInFigures(Matcher form) {
    boolean monthFirst = form.group(1) != null;
    String month = monthFirst ? form.group(1) : form.group(4);
    Reading.Speech speech = Reading.speech().say(Months.name(Integer.parseInt(month)));
    return year(speech, monthFirst ? form.group(2) : form.group(3)).until(form.end());
  }

  private static Reading readYearFirst(Cursor cursor) {
    Matcher form = cursor.match(YEAR_FIRST);
    if (form == null) {
      return null;
    }
    boolean british = cursor.variety() == Variety.GB;
    Reading.Speech date = whole(cursor, form.group(4), form.group(3), form.group(1), british);
    Matcher time = cursor.matchAt(ISO_TIME, form.end());
    if (time == null) {
      return date.until(form.end());
    }
    date.comma().say(NumberWords.cardinal(Integer.parseInt(time.group(1))));
    date.say(Times.minutes(time.group(2)));
    if (time.group(3) != null) {
      date.spell("UTC");
    }
    return date.until(time.end());
  }

  private static Reading readYearLast(Cursor cursor) {
    Matcher form = cursor.match(YEAR_LAST);
    if (form == null || (form.group(4).length() == 2 && form.group(2).equals("."))) {
      return null;
    }
    int first = Integer.parseInt(form.group(1));
    int second = Integer.parseInt(form.group(3));
    if (first > 12 && second > 12) {
      return null;
    }
    boolean european = cursor.variety() == Variety.GB || form.group(2).equals(".");
    boolean dayFirst = second > 12 ? false : first > 12 || european;
    String day = dayFirst ? form.group(1) : form.group(3);
    String month = dayFirst ? form.group(3) : form.group(1);
    return whole(cursor, day, month, fullYear(form.group(4)), dayFirst).until(form.end());
  }

  private static Reading.Speech whole(
      Cursor cursor, String day, String month, String year, boolean dayFirst) {
    String name = Months.name(Integer.parseInt(month));
    String ordinal = NumberWords.ordinal(bare(day));
    Reading.Speech speech = Reading.speech();
    if (dayFirst) {
      speech.say(cursor.lowerWordBefore().equals("the") ? "" : "the").say(ordinal + " of " + name);
    } else {
      speech.say(name + " " + ordinal);
    }
    return year(speech, year);
  }

  /** 24 is 2024, 69 is 1969: two-digit years lie between 1950 and 2049. */
  private static String fullYear(String written) {
    if (written.length() == 4) {
      return written;
    }
    return (Integer.parseInt(written) < 50 ? "20" : "19") + written;
  }

  private static Reading.Speech year(Reading.Speech speech, String year) {
    return year == null ? speech : speech.say(NumberWords.year(Integer.parseInt(year)));
  }

  private static Reading.Speech comma(Reading.Speech speech, String written) {
    return written != null && written.contains(",") ? speech.comma() : speech;
  }

  private static String bare(String day) {
    return day.startsWith("0") ? day.substring(1) : day;
  }
}
