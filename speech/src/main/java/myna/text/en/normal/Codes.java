package myna.text.en.normal;

import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Numbers that are named digit by digit: PIN 1234, ZIP code 90210, cards in groups of four. */
final class Codes implements SemioticClass {
  private static final String STOP = "(?![\\p{L}\\p{N}]|[.,:/-]\\d)";
  private static final Pattern CARD =
      Forms.compile("\\d{4}([ -])\\d{4}\\1\\d{4}\\1\\d{3,4}" + STOP);
  private static final Pattern CODE = Forms.compile("\\d{3,12}" + STOP);
  private static final Pattern HEX = Forms.compile("0[xX][0-9A-Fa-f]{1,16}(?![\\p{L}\\p{N}])");
  private static final Set<String> NAMED =
      Set.of(
          "zip",
          "pin",
          "otp",
          "passcode",
          "password",
          "ssn",
          "isbn",
          "issn",
          "postcode",
          "cvv",
          "imei",
          "iban",
          "vin");
  private static final Set<String> NUMBERED =
      Set.of(
          "account",
          "routing",
          "confirmation",
          "tracking",
          "serial",
          "reference",
          "verification",
          "security",
          "access",
          "postal",
          "area",
          "zip",
          "pin",
          "pass",
          "entry");
  private static final Set<String> JOINTS = Set.of("is", "code", "codes", "number", "no", "was");
  private static final int LONG = 5; // digits; after a mere "code", fewer are said as a number

  @Override
  public boolean startsWith(char first) {
    return Forms.isDigit(first);
  }

  @Override
  public Reading read(Cursor cursor) {
    if (Character.isLetterOrDigit(cursor.at(-1)) || cursor.continuesNumber("$€£/,.-:")) {
      return null;
    }
    Matcher card = cursor.match(CARD);
    if (card != null) {
      return groups(card);
    }
    Matcher hex = cursor.match(HEX);
    if (hex != null) {
      return characters(hex);
    }
    Matcher code = cursor.match(CODE);
    return code != null && isNamed(cursor, code.group().length())
        ? Reading.of(code.end(), NumberWords.digits(code.group()))
        : null;
  }

  private static Reading groups(Matcher card) {
    Reading.Speech speech = Reading.speech();
    for (String group : card.group().split("[ -]", -1)) {
      speech.comma().say(NumberWords.digits(group));
    }
    return speech.until(card.end());
  }

  private static Reading characters(Matcher form) {
    Reading.Speech speech = Reading.speech();
    for (char c : form.group().toCharArray()) {
      if (Forms.isDigit(c)) {
        speech.say(NumberWords.digits(Character.toString(c)));
      } else {
        speech.spell(Character.toString(c));
      }
    }
    return speech.until(form.end());
  }

  /** "PIN 1234", "the PIN is 1234", "account number: 1234", "code 839201". */
  private static boolean isNamed(Cursor cursor, int digits) {
    int at = skipped(cursor, cursor.position());
    String word = lower(cursor, at);
    boolean code = false;
    for (int i = 0; i < 2 && JOINTS.contains(word); i++) {
      code |= !word.equals("is") && !word.equals("was");
      at = skipped(cursor, start(cursor, at));
      word = lower(cursor, at);
    }
    return NAMED.contains(word)
        || (code && (NUMBERED.contains(word) || (digits >= LONG && isCode(cursor))));
  }

  private static boolean isCode(Cursor cursor) {
    return lower(cursor, skipped(cursor, cursor.position())).startsWith("code");
  }

  /** Passes over a space, a colon, a number sign or a point before {@code index}. */
  private static int skipped(Cursor cursor, int index) {
    int at = index;
    while (at > 0 && index - at < 3 && " :#.".indexOf(cursor.text().charAt(at - 1)) >= 0) {
      at--;
    }
    return at;
  }

  private static int start(Cursor cursor, int end) {
    return end - cursor.wordBefore(end).length();
  }

  private static String lower(Cursor cursor, int end) {
    return cursor.wordBefore(end).toLowerCase(java.util.Locale.ROOT);
  }
}
