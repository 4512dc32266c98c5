package myna.text.en.normal;

import java.util.Locale;
import java.util.Map;
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
  private static final Pattern DECIMAL =
      Forms.compile("(\\d{1,9}\\.\\d{1,9})([A-Za-z]{1,12})(?![\\p{L}\\p{N}])");
  private static final Map<String, String> WHOLE =
      Map.of("WW1", "World War One", "WW2", "World War Two");
  private static final Pattern PLURAL = Forms.compile("([A-Z]{0,3})(\\d{1,3})s(?![\\p{L}\\p{N}'])");

  private final Vocabulary vocabulary;

  Serials(Vocabulary vocabulary) {
    this.vocabulary = vocabulary;
  }

  @Override
  public boolean startsWith(char first) {
    return (first < 0x80 && Character.isLetterOrDigit(first));
  }

  @Override
  public Reading read(Cursor cursor) {
    if (Character.isLetterOrDigit(cursor.at(-1))
        || cursor.continuesNumber(".")
        || isMereWord(cursor)) {
      return null;
    }
    Reading reading = readVersion(cursor);
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

  /** A quick look whether letters stand at the cursor that no digit follows. */
  private static boolean isMereWord(Cursor cursor) {
    int at = 0;
    while (Character.isLetter(cursor.at(at))) {
      at++;
    }
    boolean parted = ". ".indexOf(cursor.at(at)) >= 0 && "vV".indexOf(cursor.at(0)) >= 0;
    return at > 0 && !parted && !Forms.isDigit(cursor.at(at));
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
        form != null
            && (!form.group(1).isEmpty()
                || (joined && form.group(2).length() > 1)
                || form.group(2).length() == 3);
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
        ? NumberWords.hundreds(digits)
        : NumberWords.digits(digits);
  }

  /** F-150, MH-370: three digits behind capitals and a hyphen. */
  private static Reading readModel(Cursor cursor) {
    boolean model =
        cursor.at(-1) == '-' && Character.isUpperCase(cursor.at(-2)) && Forms.isDigit(cursor.at(0));
    Matcher form = model ? cursor.match(MODEL) : null;
    return form == null ? null : Reading.of(form.end(), NumberWords.hundreds(form.group()));
  }
}
