package myna.text.en.normal;

import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Telephone numbers, IP addresses and the like: +1 123-123-5678, (555)555-5555, 111-11-1111,
 * 123.123.0.40.
 */
final class Telephones implements SemioticClass {
  private static final String STOP = "(?![\\p{L}\\p{N}]|[-.]\\d)";
  private static final Pattern IP =
      Forms.compile("\\d{1,3}(?:\\.\\d{1,3}){3}(?::\\d{1,5})?(?:/\\d{1,2})?" + STOP);
  private static final Pattern AMERICAN =
      Forms.compile(
          "(?:(\\+)?(\\d{1,3})[-. ])?(?:\\((\\d{3})\\) ?[-.]? ?|(\\d{3})[-. ])(\\d{3})[-."
              + " ](\\d{4})(?:-(\\d{1,4}))?(?: ?(?:x|ext\\.?) ?(\\d{1,6}))?"
              + STOP);
  private static final Pattern SOCIAL = Forms.compile("(\\d{3})-(\\d{2})-(\\d{4})" + STOP);
  private static final Pattern INTERNATIONAL =
      Forms.compile("\\+(\\d{1,3})((?:[-. ]?\\(?\\d{1,5}\\)?){2,6})" + STOP);
  private static final Pattern NATIONAL =
      Forms.compile(
          "(0\\d{4}) (\\d{6})(?!\\d)|\\(?(0\\d{2,4})\\)?[ -](\\d{3,4})(?:[ -](\\d{3,4}))?");
  private static final Pattern LOCAL = Forms.compile("(\\d{3})-(\\d{4})" + STOP);
  private static final Pattern EIGHT = Forms.compile("(\\d{4})-(\\d{4})" + STOP);
  private static final Pattern WORDED =
      Forms.compile(
          "(?:(\\+?1)[-. ]?)?(?:\\((\\d{3})\\) ?|(\\d{3})[-.]|(?<=1[-. ])(\\d{3}) )"
              + "([A-Z0-9]{1,10}(?:-[A-Z0-9]{1,10}){0,4})(?![\\p{L}\\p{N}])");
  private static final Pattern TOLL_FREE = Forms.compile("8(?:00|88|77|66|55|44|33)|900");
  private static final Pattern RUN = Forms.compile("[A-Z]+|\\d+");
  private static final int VANITY_LETTERS = 4;
  private static final Pattern SHORT = Forms.compile("(911|999|112|311|411|988|101|111)" + STOP);
  private static final Set<String> CALLING =
      Set.of(
          "call", "called", "calling", "dial", "dialed", "dialled", "dialing", "phone", "ring",
          "text");
  private static final Set<String> NAMED =
      Set.of(
          "call",
          "phone",
          "tel",
          "telephone",
          "dial",
          "fax",
          "text",
          "mobile",
          "number",
          "cell",
          "at");

  @Override
  public boolean startsWith(char first) {
    return Forms.isDigit(first) || first == '+' || first == '(';
  }

  @Override
  public Reading read(Cursor cursor) {
    if (Character.isLetterOrDigit(cursor.at(-1)) || cursor.continuesNumber("$€£/,.-")) {
      return null;
    }
    Matcher ip = cursor.match(IP);
    if (ip != null) {
      return address(ip);
    }
    Matcher american = cursor.match(AMERICAN);
    if (american != null) {
      return american(american);
    }
    Matcher form = cursor.match(SOCIAL);
    if (form != null) {
      return groups(form, form.group(1), form.group(2), form.group(3));
    }
    form = cursor.match(INTERNATIONAL);
    if (form != null) {
      return international(form);
    }
    form = cursor.match(NATIONAL);
    if (form != null
        && digitCount(form.group()) >= 9
        && !Forms.isDigit(cursor.charAt(form.end()))) {
      return groups(
          form, form.group(1), form.group(2), form.group(3), form.group(4), form.group(5));
    }
    return readShort(cursor);
  }

  private static Reading readShort(Cursor cursor) {
    Matcher eight = cursor.match(EIGHT);
    if (eight != null && isNoRange(eight.group(1), eight.group(2))) {
      return groups(eight, eight.group(1), eight.group(2));
    }
    Matcher form = cursor.match(WORDED);
    if (form != null && isVanity(form)) {
      return vanity(form);
    }
    form = cursor.match(LOCAL);
    if (form != null && isLocal(cursor, form)) {
      return groups(form, form.group(1), form.group(2));
    }
    form = cursor.match(SHORT);
    return form != null && CALLING.contains(cursor.lowerWordBefore())
        ? Reading.of(form.end(), NumberWords.digits(form.group(1)))
        : null;
  }

  /** Whether letters stand for digits to dial: 1-800-FLOWERS, 800-GOT-JUNK. */
  private static boolean isVanity(Matcher form) {
    String area = area(form);
    long letters = form.group(5).chars().filter(Character::isLetter).count();
    boolean free = TOLL_FREE.matcher(area).matches();
    boolean many = letters >= VANITY_LETTERS;
    return letters > 0 && (free ? many || form.group(1) != null : form.group(1) != null && many);
  }

  private static String area(Matcher form) {
    return form.group(2) != null
        ? form.group(2)
        : form.group(3) != null ? form.group(3) : form.group(4);
  }

  private static Reading vanity(Matcher form) {
    Reading.Speech speech = Reading.speech();
    if (form.group(1) != null) {
      speech.say(form.group(1).startsWith("+") ? "plus one," : "one,");
    }
    speech.say(group(area(form)) + ",");
    Matcher run = RUN.matcher(form.group(5));
    while (run.find()) {
      boolean digits = Forms.isDigit(run.group().charAt(0));
      speech.say(digits ? NumberWords.digits(run.group()) : run.group());
    }
    return speech.until(form.end());
  }

  /**
   * Three digits and four: a number to call where something says so, or where neither looks like a
   * count.
   */
  private static boolean isLocal(Cursor cursor, Matcher form) {
    boolean round = form.group(1).endsWith("0") || form.group(2).endsWith("0");
    boolean unit =
        cursor.charAt(form.end()) == ' ' && Character.isLowerCase(cursor.charAt(form.end() + 1));
    return NAMED.contains(cursor.lowerWordBefore()) || (!round && !unit);
  }

  /** Neither years nor round numbers that rise. */
  private static boolean isNoRange(String first, String second) {
    boolean year = first.compareTo("2100") < 0 && second.compareTo("2100") < 0;
    boolean round = first.endsWith("0") || second.endsWith("0");
    return !year && (!round || first.compareTo(second) > 0);
  }

  private static Reading address(Matcher ip) {
    Reading.Speech speech = Reading.speech();
    StringBuilder digits = new StringBuilder();
    for (char c : ip.group().toCharArray()) {
      if (Forms.isDigit(c)) {
        digits.append(c);
        continue;
      }
      speech
          .say(NumberWords.digits(digits.toString()))
          .say(c == '.' ? "dot" : c == ':' ? "colon" : "slash");
      digits.setLength(0);
    }
    return speech.say(NumberWords.digits(digits.toString())).until(ip.end());
  }

  private static Reading american(Matcher form) {
    Reading.Speech speech = Reading.speech();
    if (form.group(2) != null) {
      speech.say(form.group(1) == null ? "" : "plus").say(NumberWords.digits(form.group(2)) + ",");
    }
    String area = form.group(3) == null ? form.group(4) : form.group(3);
    speech.say(
        group(area)
            + ", "
            + NumberWords.digits(form.group(5))
            + ", "
            + NumberWords.digits(form.group(6)));
    if (form.group(7) != null) {
      speech.comma().say(NumberWords.digits(form.group(7)));
    }
    if (form.group(8) != null) {
      speech.comma().say("extension").say(NumberWords.digits(form.group(8)));
    }
    return speech.until(form.end());
  }

  /** 800 and 900 are said as hundreds. */
  private static String group(String digits) {
    return digits.matches("[1-9]00") ? NumberWords.cardinal(digits) : NumberWords.digits(digits);
  }

  private static Reading international(Matcher form) {
    if (digitCount(form.group()) < 8) {
      return null;
    }
    Reading.Speech speech = Reading.speech().say("plus").say(NumberWords.digits(form.group(1)));
    for (String group : form.group(2).split("[-. ()]+", -1)) {
      if (!group.isEmpty()) {
        speech.comma().say(NumberWords.digits(group));
      }
    }
    return speech.until(form.end());
  }

  private static Reading groups(Matcher form, String... groups) {
    Reading.Speech speech = Reading.speech();
    for (String group : groups) {
      if (group != null) {
        speech.comma().say(NumberWords.digits(group));
      }
    }
    return speech.until(form.end());
  }

  private static int digitCount(String text) {
    return (int) text.chars().filter(c -> c >= '0' && c <= '9').count();
  }
}
