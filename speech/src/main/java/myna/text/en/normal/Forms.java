package myna.text.en.normal;

import java.util.regex.Pattern;

/** Pieces of regular expressions that several classes share, and small tests on characters. */
final class Forms {
  /** A whole number, with thousands commas, commas as in India (1,23,456), or without. */
  static final String WHOLE =
      "(?:\\d{1,3}(?:,\\d{3}){1,11}(?!\\d|,\\d)|\\d{1,2}(?:,\\d{2}){1,4},\\d{3}(?!\\d|,\\d)|\\d{1,40})";

  /** A number with an optional fraction: 1,234.5 or .5 or 12. */
  static final String NUMBER = "(?:" + WHOLE + "(?:\\.\\d{1,40})?|\\.\\d{1,40})";

  /** What multiplies a number before it. */
  static final String QUANTITY =
      "hundred|thousand|million|billion|trillion|quadrillion|quintillion|sextillion|septillion|octillion|nonillion|decillion|googol"
          + "|dozen|lakh|crore";

  /** Not followed by what would make the form part of something longer. */
  static final String END = "(?![\\p{L}\\p{N}]|[.,]\\d)";

  private Forms() {}

  static Pattern compile(String regex) {
    return Pattern.compile(regex);
  }

  static Pattern ignoringCase(String regex) {
    return Pattern.compile(regex, Pattern.CASE_INSENSITIVE);
  }

  static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }

  /** Whether the number's text means exactly one, as before a singular noun. */
  static boolean isOne(String number) {
    return number.equals("1");
  }
}
