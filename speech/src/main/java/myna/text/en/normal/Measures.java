package myna.text.en.normal;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import myna.text.en.normal.Units.Unit;

/**
 * Measures: 12KG, 2°C, -0.004kg, 2-5lb, 60 km/h, 12/kg, 5'10", 2 1/2 in., 100 million kg, 3 x 4 m.
 */
final class Measures implements SemioticClass {
  private static final String LETTERS = "[\\p{L}°º℃℉%‰]";
  private static final String UNIT = "(" + LETTERS + "[\\p{L}°º]{0,11}(?:\\^?[²³23])?)";
  private static final Pattern TWO_WORDS =
      Forms.compile("(sq|cu|fl|%|°|º)(\\.? )(ft|m|mi|km|in|yd|oz|pts|C|F)\\b\\.?");
  private static final Pattern SIMPLE =
      Forms.compile(UNIT + "(?:/(" + LETTERS + "[\\p{L}]{0,4}[²³23]?))?(?![\\p{L}\\p{N}])(\\.?)");
  private static final Pattern PER =
      Forms.compile("(" + Forms.NUMBER + ") ?/ ?(" + LETTERS + "{1,5})(?![\\p{L}\\p{N}/])");
  private static final Pattern FEET =
      Forms.compile(
          "(\\d{1,2})(?:' ?| ?(?:ft|feet|foot)\\.? )(\\d{1,2}(?:\\.\\d)?)(?:\"|''|"
              + " ?in(?:ch|ches)?(?![\\p{L}])|(?<=\\d'\\d{1,2})(?![\\p{L}\\p{N}']|[.,]\\d))");

  /** Inches, where the mark cannot close a quotation. */
  private static final Pattern INCHES =
      Forms.compile(
          "(\\d{1,3}(?:\\.\\d{1,3})?(?:"
              + " \\d{1,2}/\\d{1,2})?|\\d{1,2}/\\d{1,2})(?:\"|'')(?![\\p{L}\\p{N}&&[^x]])");

  private static final Pattern ADJECTIVE_NOUN =
      Forms.compile(
          "[ -](?!and\\b|or\\b|but\\b|of\\b|per\\b|in\\b|to\\b|at\\b|is\\b|was\\b|from\\b|for\\b|on\\b|by\\b|with\\b|away\\b|ago\\b|long\\b|wide\\b|tall\\b|high\\b|deep\\b|old\\b|later\\b|less\\b|more\\b|than\\b)\\p{Ll}{3,}");

  /** The point of an abbreviation that a sentence goes on after. */
  private static final Pattern POINT = Forms.compile("\\. \\p{Ll}");

  /** The first of two amounts of one unit: 10%-15%, 5km–10km. */
  private static final Pattern TWICE =
      Forms.compile(
          "("
              + Forms.NUMBER
              + ") ?([\\p{L}°%]{1,4}) ?[-–] ?(?="
              + Forms.NUMBER
              + " ?\\2(?![\\p{L}\\p{N}]))");

  private static final Pattern PRESSURE =
      Forms.compile("(\\d{2,3})/(\\d{2,3})(?: ?mmHg(?![\\p{L}\\p{N}]))");

  /** So many of something in a time: 60 beats/min. */
  private static final Pattern RATE =
      Forms.compile("(\\p{Ll}{3,12})/(" + LETTERS + "{1,5})(?![\\p{L}\\p{N}/])");

  private final Units units;

  Measures(Units units) {
    this.units = units;
  }

  @Override
  public boolean startsWith(char first) {
    return Forms.isDigit(first) || "-+.±¼½¾".indexOf(first) >= 0 || (first >= '⅐' && first <= '⅞');
  }

  @Override
  public Reading read(Cursor cursor) {
    boolean model = cursor.at(-1) == '-' && Character.isUpperCase(cursor.at(-2));
    if (Character.isLetterOrDigit(cursor.at(-1)) || cursor.continuesNumber("/.,") || model) {
      return null;
    }
    Matcher feet = cursor.match(FEET);
    if (feet != null) {
      String inches =
          NumberWords.decimal(feet.group(2)) + (feet.group(2).equals("1") ? " inch" : " inches");
      return Reading.of(feet.end(), count(feet.group(1), "foot", "feet") + " " + inches);
    }
    Matcher inches = cursor.match(INCHES);
    if (inches != null && !isQuoted(cursor)) {
      return inches(cursor, inches);
    }
    Matcher twice = cursor.match(TWICE);
    if (twice != null && units.get(twice.group(2)) != null) {
      return Reading.of(twice.end(), NumberWords.decimal(twice.group(1)) + " to");
    }
    Matcher pressure = cursor.match(PRESSURE);
    if (pressure != null) {
      String over = NumberWords.cardinal(pressure.group(1)) + " over ";
      String words = over + NumberWords.cardinal(pressure.group(2)) + " millimeters of mercury";
      return Reading.of(pressure.end(), words);
    }
    Matcher per = cursor.match(PER);
    if (per != null && units.get(per.group(2)) != null) {
      return Reading.of(
          per.end(), NumberWords.decimal(per.group(1)) + " per " + units.get(per.group(2)).one());
    }
    Amount amount = Amount.at(cursor);
    return amount == null ? null : readAmount(cursor, amount);
  }

  private static Reading inches(Cursor cursor, Matcher form) {
    Amount amount = Amount.at(cursor);
    return amount == null
        ? null
        : Reading.speech()
            .add(amount.words())
            .say(amount.one() || isAdjective(cursor, form.end()) ? "inch" : "inches")
            .until(form.end());
  }

  /** A 13" screen: a noun follows and an article or the like comes before. */
  private static boolean isAdjective(Cursor cursor, int end) {
    return cursor.lowerWordBefore().matches("an?|the|this|his|her|my|our|their|its|each|every")
        && cursor.charAt(end) == ' '
        && Character.isLetter(cursor.charAt(end + 1));
  }

  /** Whether a quotation mark is open before the cursor. */
  private static boolean isQuoted(Cursor cursor) {
    int marks = 0;
    for (int i = 1; i < Cursor.WINDOW && cursor.at(-i) != '\n'; i++) {
      boolean opens = cursor.at(-i) == '"' && !Forms.isDigit(cursor.at(-i - 1));
      marks +=
          opens || (cursor.at(-i) == '\'' && !Character.isLetterOrDigit(cursor.at(-i - 1))) ? 1 : 0;
    }
    return marks % 2 == 1;
  }

  private static String count(String number, String one, String many) {
    return NumberWords.cardinal(number) + " " + (Forms.isOne(number) ? one : many);
  }

  private Reading readAmount(Cursor cursor, Amount amount) {
    int at = amount.end();
    boolean hyphen = cursor.charAt(at) == '-' && Character.isLetter(cursor.charAt(at + 1));
    boolean space = cursor.charAt(at) == ' ';
    Found found = find(cursor, hyphen || space ? at + 1 : at, space, hyphen);
    if (found == null) {
      return null;
    }
    boolean adjective =
        (hyphen || isArticle(cursor)) && cursor.matchAt(ADJECTIVE_NOUN, found.end) != null;
    String unit = amount.one() || adjective ? found.one : found.many;
    return Reading.speech().add(amount.words()).say(unit).until(found.end);
  }

  private static boolean isArticle(Cursor cursor) {
    return cursor.lowerWordBefore().matches("an?|another|each|every");
  }

  /** A unit found behind a number: its names and the index after it. */
  private record Found(String one, String many, int end) {}

  private Found find(Cursor cursor, int at, boolean space, boolean hyphen) {
    Matcher two = cursor.matchAt(TWO_WORDS, at);
    if (two != null) {
      Unit unit = units.get(two.group(1) + " " + two.group(3));
      if (unit != null) {
        return new Found(unit.one(), unit.many(), two.end());
      }
    }
    Matcher rate = space ? cursor.matchAt(RATE, at) : null;
    if (rate != null && units.get(rate.group(1)) == null && units.get(rate.group(2)) != null) {
      String words = rate.group(1) + " per " + units.get(rate.group(2)).one();
      return new Found(words, words, rate.end());
    }
    Matcher simple = cursor.matchAt(SIMPLE, at);
    if (simple == null || (hyphen && cursor.charAt(simple.end(1)) == '-')) {
      return null;
    }
    Found whole =
        simple.group(2) == null
            ? null
            : found(simple.group(1) + "/" + simple.group(2), space, simple.end(2));
    if (whole != null) {
      return whole;
    }
    Found single = pointed(cursor, simple, space);
    if (single == null && hyphen && simple.group(2) == null) {
      return fullName(simple);
    }
    return single == null ? null : per(simple, single);
  }

  private Found found(String written, boolean space, int end) {
    Unit unit = units.get(written);
    boolean fits = unit != null && unit.isRead(space);
    return fits ? new Found(unit.one(), unit.many(), end) : null;
  }

  private Found pointed(Cursor cursor, Matcher simple, boolean space) {
    if (simple.group(2) == null && !simple.group(3).isEmpty()) {
      Found pointed = found(simple.group(1) + ".", space, simple.end());
      if (pointed != null) {
        return pointed;
      }
    }
    Found bare = found(simple.group(1), space, simple.end(1));
    boolean point = bare != null && cursor.matchAt(POINT, bare.end) != null;
    return point ? new Found(bare.one, bare.many, bare.end + 1) : bare;
  }

  private static Found fullName(Matcher simple) {
    String name = simple.group(1);
    return name.matches(
            "(?:kilo|centi|milli|micro|nano)?(?:meters|metres|grams|liters|litres|watts|volts)|inches|feet|pounds|ounces|miles")
        ? new Found(name, name, simple.end(1))
        : null;
  }

  private Found per(Matcher simple, Found unit) {
    if (simple.group(2) == null) {
      return unit;
    }
    Unit below = units.get(simple.group(2));
    return below == null
        ? null
        : new Found(
            unit.one + " per " + below.one(), unit.many + " per " + below.one(), simple.end(2));
  }
}
