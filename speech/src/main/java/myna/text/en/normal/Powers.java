package myna.text.en.normal;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Raised and lowered digits, and numbers in scientific notation: x², 10⁶, H₂O, 6.02 × 10²³, 3.2e-4.
 * Raised digits behind a word or a mark are a note's and silent.
 */
final class Powers implements SemioticClass {
  private static final String RAISED = "[⁺⁻]?[⁰¹²³⁴⁵⁶⁷⁸⁹]{1,4}";
  private static final String NUMBER = "(-?" + Forms.NUMBER + ")";
  private static final Pattern SCIENTIFIC =
      Forms.compile(
          NUMBER
              + " ?[×x*·] ?10(?:\\^([-+]?\\d{1,4})|\\^?("
              + RAISED
              + "))(?![\\p{L}\\p{N}]|\\.\\d)");
  private static final Pattern EXPONENT =
      Forms.compile("(-?\\d{1,9}(?:\\.\\d{1,20})?)[eE]([-+]\\d{1,3}|\\d{1,2})(?![\\p{L}\\p{N}])");
  private static final Pattern POWER =
      Forms.compile("(\\d{1,15})(" + RAISED + ")(?![\\p{L}\\p{N}])");
  private static final Pattern RAISED_ALONE = Forms.compile(RAISED);
  private static final Pattern LOWERED = Forms.compile("[₀-₉]{1,4}");
  private static final int WORD_LENGTH = 3;

  @Override
  public boolean startsWith(char first) {
    return Forms.isDigit(first)
        || first == '-'
        || "⁺⁻⁰¹²³".indexOf(first) >= 0
        || (first >= '⁴' && first <= '₉');
  }

  @Override
  public Reading read(Cursor cursor) {
    char first = cursor.at(0);
    if (!Forms.isDigit(first) && first != '-') {
      return readAlone(cursor);
    }
    if (Character.isLetterOrDigit(cursor.at(-1)) || cursor.continuesNumber(".,")) {
      return null;
    }
    Matcher form = cursor.match(SCIENTIFIC);
    if (form != null) {
      String exponent = form.group(2) == null ? plain(form.group(3)) : form.group(2);
      return scientific(form.group(1), exponent, form.end());
    }
    form = cursor.match(EXPONENT);
    if (form != null && (form.group(1).indexOf('.') >= 0 || form.group(2).length() > 1)) {
      return scientific(form.group(1), form.group(2), form.end());
    }
    form = cursor.match(POWER);
    return form == null
        ? null
        : Reading.speech()
            .say(NumberWords.cardinal(form.group(1)))
            .say(power(plain(form.group(2))))
            .until(form.end());
  }

  private static Reading scientific(String number, String exponent, int end) {
    Reading.Speech speech = Reading.speech().say(number.startsWith("-") ? "minus" : "");
    speech.say(NumberWords.decimal(number.replace("-", ""))).say("times ten");
    return speech.say("to the").say(signed(exponent)).until(end);
  }

  private static Reading readAlone(Cursor cursor) {
    Matcher lowered = cursor.match(LOWERED);
    if (lowered != null) {
      return Reading.of(lowered.end(), NumberWords.plainCardinal(plain(lowered.group())));
    }
    Matcher raised = cursor.match(RAISED_ALONE);
    if (raised == null) {
      return null;
    }
    String words = isNote(cursor) ? "" : power(plain(raised.group()));
    return Reading.of(raised.end(), words);
  }

  /** Whether a mark, or a word rather than a sign of algebra, stands right before. */
  private static boolean isNote(Cursor cursor) {
    int letters = 1;
    while (letters <= WORD_LENGTH && Character.isLetter(cursor.at(-letters))) {
      letters++;
    }
    return letters > WORD_LENGTH || ".,;:!?\"'”’".indexOf(cursor.at(-1)) >= 0;
  }

  private static String power(String exponent) {
    return switch (exponent) {
      case "2" -> "squared";
      case "3" -> "cubed";
      default -> "to the " + signed(exponent);
    };
  }

  private static String signed(String exponent) {
    String digits = exponent.replaceAll("[-+]", "");
    String words = NumberWords.plainCardinal(digits.replaceFirst("^0+(?=\\d)", ""));
    return exponent.startsWith("-") ? "minus " + words : "power of " + words;
  }

  /** Raised or lowered digits as plain ones. */
  private static String plain(String digits) {
    StringBuilder plain = new StringBuilder();
    for (int i = 0; i < digits.length(); i++) {
      char c = digits.charAt(i);
      int raised = "⁰¹²³⁴⁵⁶⁷⁸⁹".indexOf(c);
      if (raised >= 0) {
        plain.append(raised);
      } else if (c >= '₀' && c <= '₉') {
        plain.append(c - '₀');
      } else {
        plain.append(c == '⁻' ? "-" : "");
      }
    }
    return plain.toString();
  }
}
