package myna.text.en.normal;

import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Sums and equations: 1-2=5, 3*4=12, 6 ÷ 2 = 3, 2x+3=7. */
final class Equations implements SemioticClass {
  private static final String TERM =
      "(?:[-−]?\\d{1,12}(?:,\\d{3}){0,4}(?:\\.\\d{1,9})?(?![\\d.,]*\\d)%?[a-z]?|[a-z])(?=[xX]\\d|[^\\p{L}\\p{N}]|$)";
  private static final String OPERATOR = " ?(?:[+*/×÷·=<>≤≥≠≈-]|–|−|[xX](?=[ \\d])) ?";
  private static final Pattern EQUATION =
      Forms.compile(
          TERM
              + "(?:"
              + OPERATOR
              + TERM
              + "){0,8} ?[=≠≈] ?"
              + TERM
              + "(?:"
              + OPERATOR
              + TERM
              + "){0,6}(?![\\p{L}\\p{N}/])");
  private static final Pattern PIECE =
      Forms.compile("(?<number>\\d[\\d,]*(?:\\.\\d+)?)|(?<letter>[a-z](?![xX]\\d))|(?<sign>\\S)");
  private static final Map<String, String> SIGNS =
      Map.ofEntries(
          Map.entry("+", "plus"),
          Map.entry("-", "minus"),
          Map.entry("–", "minus"),
          Map.entry("−", "minus"),
          Map.entry("*", "times"),
          Map.entry("×", "times"),
          Map.entry("·", "times"),
          Map.entry("/", "divided by"),
          Map.entry("÷", "divided by"),
          Map.entry("=", "equals"),
          Map.entry("≠", "does not equal"),
          Map.entry("≈", "approximately equals"),
          Map.entry("<", "is less than"),
          Map.entry(">", "is greater than"),
          Map.entry("%", "percent"));

  @Override
  public boolean startsWith(char first) {
    return Forms.isDigit(first) || first == '-' || (first >= 'a' && first <= 'z');
  }

  @Override
  public Reading read(Cursor cursor) {
    char before = cursor.at(-1);
    boolean word = Character.isLetter(cursor.at(0)) && Character.isLetter(cursor.at(1));
    if (word || Character.isLetterOrDigit(before) || "$€£¥.,/-–:@#_=?&'".indexOf(before) >= 0) {
      return null;
    }
    Matcher form = cursor.match(EQUATION);
    return form == null || !hasDigit(form.group()) ? null : read(form.group(), form.end());
  }

  private static boolean hasDigit(String text) {
    return text.chars().anyMatch(c -> c >= '0' && c <= '9');
  }

  private static Reading read(String text, int end) {
    Reading.Speech speech = Reading.speech();
    boolean operand = false; // whether the last piece was a number or a letter
    Matcher piece = PIECE.matcher(text);
    while (piece.find()) {
      String sign = piece.group("sign");
      boolean cross = operand && piece.group().equalsIgnoreCase("x") && piece.end() < text.length();
      if (cross && isBetweenNumbers(text, piece.start(), piece.end())) {
        speech.say("times");
        operand = false;
      } else if (piece.group("number") != null) {
        speech.say(NumberWords.decimal(piece.group()));
        operand = true;
      } else if (piece.group("letter") != null) {
        speech.spell(piece.group());
        operand = true;
      } else {
        speech.say(SIGNS.getOrDefault(sign, sign));
        operand = false;
      }
    }
    return speech.until(end);
  }

  /** 2x3 is a product, 2x+3 holds an unknown. */
  private static boolean isBetweenNumbers(String text, int start, int end) {
    String left = text.substring(0, start).stripTrailing();
    String right = text.substring(end).stripLeading();
    return !left.isEmpty()
        && Forms.isDigit(left.charAt(left.length() - 1))
        && !right.isEmpty()
        && Forms.isDigit(right.charAt(0));
  }
}
