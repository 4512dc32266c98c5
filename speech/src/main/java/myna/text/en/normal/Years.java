package myna.text.en.normal;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Years and decades: 1994, 1980s, '90s, 340 A.D., 1914-18. */
final class Years implements SemioticClass {
  private static final Pattern DECADE =
      Forms.ignoringCase(
          "(?:(\\d{1,2})(\\d0)|'?(\\d0))(?:'| (?=s))?s(?![\\p{L}\\p{N}]|'[\\p{L}\\p{N}])");
  private static final Pattern ERA =
      Forms.compile(
          "(\\d{1,3}(?:,\\d{3}|\\d)?) ?(A\\.? ?D|a\\.d|B\\.? ?C(?:\\.? ?E)?|b\\.?c(?:\\.?e)?|C\\.?"
              + " ?E|c\\.e)(?:\\.(?! [A-Z])|(?![\\p{L}\\p{N}]))");
  private static final Pattern BEFORE_ERA =
      Forms.compile("(AD|A\\.D\\.) (\\d{1,4})(?![\\p{L}\\p{N}])");
  private static final Pattern RANGE =
      Forms.compile(
          "([12]\\d{3})( ?[-–] ?)((?:[12]\\d)?\\d{2})(?![\\p{L}\\p{N}%]|[-–.,:/]\\d| ?[-–] ?\\d)");
  private static final Pattern YEAR =
      Forms.compile("([12]\\d{3})(?![\\p{L}\\p{N}]|[-.,:]\\d| ?/ ?\\d)");
  private static final Pattern COUNTED = Forms.compile(" (\\p{Ll}{3,}s)\\b");
  private static final Pattern SLASH =
      Forms.compile("([12]\\d)(\\d{2})/(\\d{2})(?![\\p{L}\\p{N}/]|[-.,:]\\d)");
  private static final Pattern COPIES = Forms.compile("(\\d{1,4})'?s(?![\\p{L}\\p{N}'])");
  private static final Set<String> IN_TIME =
      Set.of(
          "in", "since", "until", "till", "of", "by", "from", "during", "before", "after", "year",
          "circa", "late", "early", "mid", "spring", "summer", "autumn", "fall", "winter");
  private static final Set<String> NOT_COUNTED =
      Set.of(
          "was",
          "is",
          "has",
          "this",
          "his",
          "its",
          "does",
          "as",
          "us",
          "thus",
          "perhaps",
          "always",
          "yes",
          "besides",
          "towards",
          "afterwards",
          "plus",
          "minus",
          "versus",
          "various",
          "previous",
          "elections",
          "olympics",
          "games",
          "less");

  private static final Pattern SHORT = Forms.compile("'(\\d{2})(?![\\p{L}\\p{N}'])");
  private static final Pattern DECADE_BEFORE = Forms.compile("\\d0s (?:and|or|to|through) ");
  private static final Pattern TO_DECADE = Forms.compile(" ?[-–] ?(?=\\d{2,4}'?s\\b)");
  private static final int DECADE_WINDOW = 12;
  private static final Pattern UNIT =
      Forms.compile(" ?([\\p{L}°%][\\p{L}²³/]{0,8})(?![\\p{L}\\p{N}])");
  private static final Set<String> NO_UNITS = Set.of("in", "h", "s", "a", "B", "min", "mo", "MP");

  private final Units units;

  Years(Units units) {
    this.units = units;
  }

  @Override
  public boolean startsWith(char first) {
    return Forms.isDigit(first) || first == '\'' || first == 'A';
  }

  @Override
  public Reading read(Cursor cursor) {
    if (Character.isLetterOrDigit(cursor.at(-1))) {
      return null;
    }
    Reading reading = readDecade(cursor);
    if (reading == null) {
      reading = cursor.at(0) == '\'' ? readShort(cursor) : readEra(cursor);
    }
    if (reading == null) {
      reading = readRange(cursor);
    }
    return reading == null ? readYear(cursor) : reading;
  }

  private static Reading readDecade(Cursor cursor) {
    Matcher form = cursor.match(DECADE);
    if (form == null) {
      return readCopies(cursor);
    }
    if (form.group(3) != null) {
      String tens = NumberWords.cardinal(form.group(3));
      return isDecade(cursor) && !form.group(3).equals("00")
          ? Reading.of(form.end(), NumberWords.plural(tens))
          : readCopies(cursor);
    }
    int year = Integer.parseInt(form.group(1) + form.group(2));
    String decade = NumberWords.plural(NumberWords.year(year));
    Matcher dash = cursor.matchAt(TO_DECADE, form.end());
    return dash == null ? Reading.of(form.end(), decade) : Reading.of(dash.end(), decade + " to");
  }

  /** Tens of years rather than seconds: '90s, the 60s, mid-90s, his 40s, the 1920s and 30s. */
  private static boolean isDecade(Cursor cursor) {
    if (cursor.at(0) == '\'' || cursor.at(-1) == '-') {
      return true;
    }
    String before =
        cursor.text().substring(Math.max(0, cursor.position() - DECADE_WINDOW), cursor.position());
    return cursor
            .lowerWordBefore()
            .matches(
                "the|early|mid|late|roaring|swinging|gay|fabulous|turbulent|naughty|into|since|his|her|their|my|our|your|to|through|that|this|like")
        || DECADE_BEFORE.matcher(before).find();
  }

  /** A year without its century: the summer of '69, class of '05. */
  private static Reading readShort(Cursor cursor) {
    Matcher form = cursor.match(SHORT);
    if (form == null || cursor.at(-1) != ' ') {
      return null;
    }
    String before = cursor.lowerWordBefore();
    boolean year = IN_TIME.contains(before) || before.matches(Months.ANY + "|and|a|the|to|class");
    return year ? Reading.of(form.end(), Times.minutes(form.group(1))) : null;
  }

  /** "the 1s and 0s", "100s of": several of a number. */
  private static Reading readCopies(Cursor cursor) {
    Matcher form = cursor.match(COPIES);
    if (form == null) {
      return null;
    }
    boolean several =
        cursor.lowerWordBefore().matches("the|and|these|those|two|three|four|all|of|\\d{1,2}")
            || (form.group(1).matches("10+") && cursor.wordAfter(form.end()).equals("of"));
    return !several
        ? null
        : Reading.of(form.end(), NumberWords.plural(NumberWords.cardinal(form.group(1))));
  }

  private static Reading readEra(Cursor cursor) {
    Matcher form = cursor.match(ERA);
    if (form != null) {
      String era = form.group(2).replaceAll("[. ]", "").toUpperCase(Locale.ROOT);
      return Reading.speech()
          .say(NumberWords.year(Integer.parseInt(form.group(1).replace(",", ""))))
          .spell(era)
          .until(form.end());
    }
    form = cursor.match(BEFORE_ERA);
    if (form == null) {
      return null;
    }
    int year = Integer.parseInt(form.group(2));
    return Reading.speech().spell("AD").say(NumberWords.year(year)).until(form.end());
  }

  private static Reading readRange(Cursor cursor) {
    Matcher slash = cursor.match(SLASH);
    if (slash != null && isNext(slash.group(2), slash.group(3))) {
      String year = NumberWords.year(Integer.parseInt(slash.group(1) + slash.group(2)));
      return Reading.of(
          slash.end(), year + " " + NumberWords.cardinal(Integer.parseInt(slash.group(3))));
    }
    Matcher form = cursor.match(RANGE);
    if (form == null) {
      return null;
    }
    String first = form.group(1);
    String second = form.group(3);
    int from = Integer.parseInt(first);
    int to = Integer.parseInt(second);
    boolean whole = second.length() == 4;
    if (whole ? to < from : to <= from % 100) {
      return null;
    }
    String last = whole ? NumberWords.year(to) : NumberWords.cardinal(Integer.toString(to));
    return Reading.of(form.end(), NumberWords.year(from) + " to " + last);
  }

  /** A season or school year: 2019/20. */
  private static boolean isNext(String year, String following) {
    return (Integer.parseInt(year) + 1) % 100 == Integer.parseInt(following);
  }

  private Reading readYear(Cursor cursor) {
    Matcher form = cursor.match(YEAR);
    boolean signed = "-+".indexOf(cursor.at(-1)) >= 0 && !Character.isLetterOrDigit(cursor.at(-2));
    if (form == null || signed || isMeasured(cursor, form.end())) {
      return null;
    }
    Matcher counted = cursor.matchAt(COUNTED, form.end());
    boolean number =
        counted != null
            && !NOT_COUNTED.contains(counted.group(1))
            && !IN_TIME.contains(cursor.lowerWordBefore().toLowerCase(Locale.ROOT));
    return number
        ? null
        : Reading.of(form.end(), NumberWords.year(Integer.parseInt(form.group(1))));
  }

  /** Whether a unit follows: 1500 m. */
  private boolean isMeasured(Cursor cursor, int end) {
    Matcher unit = cursor.matchAt(UNIT, end);
    if (unit == null || NO_UNITS.contains(unit.group(1)) || units.get(unit.group(1)) == null) {
      return false;
    }
    return !IN_TIME.contains(cursor.lowerWordBefore()) || cursor.charAt(end) != ' ';
  }
}
