package myna.text.normal;

import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Letters and digits mixed: part and flight numbers, models, versions. 4s, ab9453, 0t25d12, A380,
 * v2.1.3, 1080p.
 */
final class Serials implements SemioticClass {
  private static final Pattern MIXED =
      Forms.compile("[A-Za-z]{0,24}\\d{1,30}(?:[A-Za-z]{1,24}\\d{0,30}){0,12}(?![\\p{L}\\p{N}])");
  private static final Pattern RUN = Forms.compile("[A-Za-z]+|\\d+");
  private static final Pattern VERSION =
      Forms.compile(
          "([vV]|ver\\.? ?|Ver\\.?"
              + " ?)?(\\d{1,5}(?:\\.\\d{1,5}){1,4})([a-z]{0,2}\\d{0,2})(?![\\p{L}\\p{N}]|[.,-]\\d)");
  private static final Pattern MODEL = Forms.compile("\\d{3}(?![\\p{L}\\p{N}]|[.,:/-]\\d)");
  private static final Pattern CROSS =
      Forms.compile("(\\d{1,5}) ?[x×] ?(\\d{1,5})(?: ?[x×] ?(\\d{1,5}))?(?![\\p{N}]|[.,]\\d)");

  private static final Pattern DECIMAL =
      Forms.compile("(\\d{1,9}\\.\\d{1,9})([A-Za-z]{1,12})(?![\\p{L}\\p{N}])");
  private static final Pattern NUMBERED = Forms.compile("\\d{3,4}(?![\\p{L}\\p{N}]|[.,:/]\\d)");
  private static final Set<String> NUMBERED_THINGS =
      Set.of(
          "boeing",
          "airbus",
          "flight",
          "route",
          "room",
          "error",
          "suite",
          "apartment",
          "bus",
          "highway",
          "porsche",
          "bmw",
          "peugeot",
          "area",
          "channel",
          "gate",
          "interstate",
          "code",
          "locker",
          "cell",
          "agent",
          "platform",
          "unit");
  private static final Map<String, String> WHOLE =
      Map.of("WW1", "World War One", "WW2", "World War Two");
  private static final Pattern PLURAL = Forms.compile("([A-Z]{0,3})(\\d{2,3})s(?![\\p{L}\\p{N}'])");
  private static final Pattern EQUATION = Forms.compile(" ?= ?");
  private static final Pattern SIGN = Forms.compile("[x×] (?=\\d)");

  private final Vocabulary vocabulary;

  Serials(Vocabulary vocabulary) {
    this.vocabulary = vocabulary;
  }

  @Override
  public boolean startsWith(char first) {
    return (first < 0x80 && Character.isLetterOrDigit(first)) || first == '×';
  }

  @Override
  public Reading read(Cursor cursor) {
    if (Character.isLetterOrDigit(cursor.at(-1)) || cursor.continuesNumber(".")) {
      return null;
    }
    Reading reading = readVersion(cursor);
    if (reading == null) {
      reading = readCross(cursor);
    }
    if (reading == null) {
      reading = readPlural(cursor);
    }
    if (reading == null) {
      reading = readMixed(cursor);
    }
    if (reading == null) {
      reading = readDecimal(cursor);
    }
    return reading == null ? readModel(cursor) : reading;
  }

  private static Reading readVersion(Cursor cursor) {
    Matcher form = cursor.match(VERSION);
    boolean named = form != null && form.group(1) != null;
    boolean several = form != null && form.group(2).indexOf('.') != form.group(2).lastIndexOf('.');
    if (!named && !several) {
      return null;
    }
    Reading.Speech speech = Reading.speech().say(named ? "version" : "");
    String joint = "";
    for (String part : form.group(2).split("\\.", -1)) {
      speech.say(joint).say(NumberWords.plainCardinal(part));
      joint = "point";
    }
    Matcher tail = RUN.matcher(form.group(3));
    while (tail.find()) {
      speech.say(
          Forms.isDigit(tail.group().charAt(0))
              ? NumberWords.plainCardinal(tail.group())
              : tail.group());
    }
    return speech.until(form.end());
  }

  /** 3x4 and 1920x1080: sides of something. */
  private static Reading readCross(Cursor cursor) {
    boolean measured = cursor.at(-1) == ' ' && isOfASide(cursor.at(-2)) && hasDigitBefore(cursor);
    if (measured && cursor.match(SIGN) != null) {
      return Reading.of(cursor.position() + 1, "by");
    }
    Matcher form = cursor.match(CROSS);
    if (form == null) {
      return null;
    }
    String by = cursor.matchAt(EQUATION, form.end()) == null ? "by" : "times";
    Reading.Speech speech =
        Reading.speech().say(side(form.group(1))).say(by).say(side(form.group(2)));
    if (form.group(3) != null) {
      speech.say(by).say(side(form.group(3)));
    }
    return speech.until(form.end());
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

  /** 9.58s: a fraction with letters behind it. */
  private Reading readDecimal(Cursor cursor) {
    Matcher form = cursor.match(DECIMAL);
    if (form == null) {
      return null;
    }
    Reading.Speech speech = Reading.speech().say(NumberWords.decimal(form.group(1)));
    if (form.group(2).equals("s")) {
      speech.say("seconds");
    } else {
      sayLetters(speech, form.group(2));
    }
    return speech.until(form.end());
  }

  private static String side(String digits) {
    return digits.length() == 4 ? NumberWords.pairs(digits) : NumberWords.cardinal(digits);
  }

  private Reading readMixed(Cursor cursor) {
    Matcher form = cursor.match(MIXED);
    if (form == null || form.group().chars().allMatch(c -> c < 'A')) {
      return null;
    }
    String whole = WHOLE.get(form.group());
    if (whole != null) {
      return Reading.of(form.end(), whole);
    }
    Reading.Speech speech = Reading.speech();
    String before = "";
    Matcher run = RUN.matcher(form.group());
    while (run.find()) {
      if (Forms.isDigit(run.group().charAt(0))) {
        speech.say(digits(run.group(), before));
      } else {
        sayLetters(speech, run.group());
      }
      before = run.group();
    }
    return speech.until(form.end());
  }

  /** Several of a model: F-16s, 747s, A380s. */
  private static Reading readPlural(Cursor cursor) {
    boolean joined = cursor.at(-1) == '-' && Character.isLetter(cursor.at(-2));
    Matcher form = cursor.match(PLURAL);
    boolean model =
        form != null && (!form.group(1).isEmpty() || joined || form.group(2).length() == 3);
    if (!model) {
      return null;
    }
    String capitals = form.group(1);
    Reading.Speech speech = Reading.speech();
    if (!capitals.isEmpty()) {
      speech.spell(capitals);
    }
    String number = digits(form.group(2), capitals);
    return speech.say(NumberWords.plural(number)).until(form.end());
  }

  private void sayLetters(Reading.Speech speech, String letters) {
    boolean capitals = letters.equals(letters.toUpperCase(Locale.ROOT));
    boolean word = letters.length() > 2 && vocabulary.contains(letters.toLowerCase(Locale.ROOT));
    if (letters.length() > 1 && !word && (capitals || letters.length() < 4)) {
      speech.spell(letters);
    } else if (letters.length() == 1) {
      speech.spell(letters);
    } else {
      speech.say(letters);
    }
  }

  /**
   * Two digits make a number; three behind capitals are said as of a model; more are named one by
   * one.
   */
  private static String digits(String digits, String before) {
    boolean capitals = !before.isEmpty() && before.equals(before.toUpperCase(Locale.ROOT));
    if (digits.length() <= 2) {
      return NumberWords.plainCardinal(digits);
    }
    boolean model = digits.length() == 3 || digits.endsWith("00") || before.isEmpty() || capitals;
    return digits.length() <= 4 && model && (capitals || before.isEmpty())
        ? pairs(digits)
        : NumberWords.digits(digits);
  }

  private static String pairs(String digits) {
    return digits.length() == 3 && digits.endsWith("00")
        ? NumberWords.plainCardinal(digits)
        : NumberWords.pairs(digits);
  }

  /**
   * F-150, MH-370, Boeing 747, Room 101: three digits behind capitals and a hyphen, or behind a
   * numbered thing.
   */
  private static Reading readModel(Cursor cursor) {
    if (NUMBERED_THINGS.contains(cursor.lowerWordBefore())) {
      Matcher number = cursor.match(NUMBERED);
      return number == null ? null : Reading.of(number.end(), pairs(number.group()));
    }
    boolean model =
        cursor.at(-1) == '-' && Character.isUpperCase(cursor.at(-2)) && Forms.isDigit(cursor.at(0));
    Matcher form = model ? cursor.match(MODEL) : null;
    return form == null ? null : Reading.of(form.end(), pairs(form.group()));
  }
}
