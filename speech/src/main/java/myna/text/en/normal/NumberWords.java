package myna.text.en.normal;

import java.util.ArrayList;
import java.util.List;

/**
 * English number names, without hyphens: "twenty one".
 *
 * <p>Digits come as strings of ASCII digits, so that leading zeros count and nothing overflows.
 * Numbers of more than fifteen digits are read digit by digit, unless commas part their thousands.
 */
final class NumberWords {
  private static final int LONGEST = 15;
  private static final String[] UNITS =
      ("zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen"
              + " fifteen sixteen seventeen eighteen nineteen")
          .split(" ");
  private static final String[] TENS =
      ". . twenty thirty forty fifty sixty seventy eighty ninety".split(" ");
  private static final String[] GROUPS =
      (" thousand million billion trillion quadrillion quintillion sextillion septillion octillion"
              + " nonillion decillion")
          .split(" ");

  private NumberWords() {}

  /** "one hundred and twenty three"; a number with a leading zero, as in a code, digit by digit. */
  static String cardinal(String digits) {
    return cardinal(digits, true);
  }

  /** As {@link #cardinal(String)}, but what is counted has a name however long it is. */
  static String count(String digits) {
    boolean named = digits.length() <= 3 * GROUPS.length && digits.charAt(0) != '0';
    return named ? grouped(digits, true) : cardinal(digits);
  }

  /** "one hundred twenty three". */
  static String plainCardinal(String digits) {
    return cardinal(digits, false);
  }

  private static String cardinal(String digits, boolean and) {
    if (digits.length() > LONGEST || (digits.length() > 1 && digits.charAt(0) == '0')) {
      return digits(digits);
    }
    return grouped(digits, and);
  }

  /** "one hundred and twenty three"; {@code number} is not negative. */
  static String cardinal(long number) {
    return grouped(Long.toString(number), true);
  }

  /** Digits in groups of three from the right, at most twelve groups. */
  private static String grouped(String digits, boolean and) {
    List<String> words = new ArrayList<>();
    int groups = (digits.length() + 2) / 3;
    for (int group = groups - 1; group >= 0; group--) {
      int end = digits.length() - 3 * group;
      int part = Integer.parseInt(digits.substring(Math.max(0, end - 3), end));
      if (part == 0) {
        continue;
      }
      boolean last = group == 0;
      if (last && and && part < 100 && !words.isEmpty()) {
        words.add("and");
      }
      words.add(belowThousand(part, and));
      if (!last) {
        words.add(GROUPS[group]);
      }
    }
    return words.isEmpty() ? UNITS[0] : String.join(" ", words);
  }

  private static String belowThousand(int number, boolean and) {
    if (number < 100) {
      return belowHundred(number);
    }
    String hundreds = UNITS[number / 100] + " hundred";
    int rest = number % 100;
    return rest == 0 ? hundreds : hundreds + (and ? " and " : " ") + belowHundred(rest);
  }

  private static String belowHundred(int number) {
    if (number < 20) {
      return UNITS[number];
    }
    return number % 10 == 0 ? TENS[number / 10] : TENS[number / 10] + " " + UNITS[number % 10];
  }

  /** "one two zero". */
  static String digits(String digits) {
    StringBuilder words = new StringBuilder();
    for (int i = 0; i < digits.length(); i++) {
      words.append(i == 0 ? "" : " ").append(UNITS[digits.charAt(i) - '0']);
    }
    return words.toString();
  }

  /** "twenty first". */
  static String ordinal(String digits) {
    return ordinalOf(cardinal(digits));
  }

  /** "twenty first" from "twenty one". */
  static String ordinalOf(String cardinal) {
    int at = cardinal.lastIndexOf(' ') + 1;
    String last = cardinal.substring(at);
    String ordinal =
        switch (last) {
          case "one" -> "first";
          case "two" -> "second";
          case "three" -> "third";
          case "five" -> "fifth";
          case "eight" -> "eighth";
          case "nine" -> "ninth";
          case "twelve" -> "twelfth";
          default ->
              last.endsWith("y") ? last.substring(0, last.length() - 1) + "ieth" : last + "th";
        };
    return cardinal.substring(0, at) + ordinal;
  }

  /** A year: "nineteen eighty four", "two thousand five", "nineteen oh one", "three forty". */
  static String year(int year) {
    int century = year / 100;
    int rest = year % 100;
    if (year >= 10_000 || century == 0 || (century % 10 == 0 && rest < 10)) {
      return grouped(Integer.toString(year), false);
    }
    String head = belowHundred(century);
    if (rest == 0) {
      return head + " hundred";
    }
    return head + (rest < 10 ? " oh " : " ") + belowHundred(rest);
  }

  /** A house or room number: "twelve eleven", "one oh five", "two thousand". */
  static String pairs(String digits) {
    int length = digits.length();
    if (length < 3 || length > 4 || digits.charAt(0) == '0' || digits.endsWith("000")) {
      return length > 4 ? digits(digits) : cardinal(digits);
    }
    if (length == 3 && digits.endsWith("00")) {
      return cardinal(digits);
    }
    return year(Integer.parseInt(digits));
  }

  /** As {@link #pairs}, but 300 is said without pairs: the number of a model or a room. */
  static String hundreds(String digits) {
    return digits.length() == 3 && digits.endsWith("00") ? plainCardinal(digits) : pairs(digits);
  }

  /** "three point one four"; {@code number} may hold thousands commas and one point. */
  static String decimal(String number) {
    return decimal(number, true);
  }

  /** As {@link #decimal(String)}, without "and". */
  static String plainDecimal(String number) {
    return decimal(number, false);
  }

  private static String decimal(String number, boolean and) {
    String bare = number.replace(",", "");
    int point = bare.indexOf('.');
    boolean parted =
        number.indexOf(',') > 0 && (point < 0 ? bare.length() : point) <= 3 * GROUPS.length;
    if (point < 0) {
      return parted ? grouped(bare, and) : cardinal(bare, and);
    }
    String whole = bare.substring(0, point);
    String fraction = digits(bare.substring(point + 1));
    String head = parted ? grouped(whole, and) : whole.isEmpty() ? "" : cardinal(whole, and);
    return (head.isEmpty() ? "" : head + " ") + "point " + fraction;
  }

  /** The plural of a number name: "nineties", "sixes", "thousands". */
  static String plural(String words) {
    if (words.endsWith("y")) {
      return words.substring(0, words.length() - 1) + "ies";
    }
    return words + (words.endsWith("x") ? "es" : "s");
  }
}
