package myna.text.en.normal;

import java.util.List;
import java.util.Locale;

/** Month names, whole and shortened. */
final class Months {
  /**
   * Matches a month's name or abbreviation without its point, whatever the case; put it in a group.
   */
  static final String ANY =
      "jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?"
          + "|nov(?:ember)?|dec(?:ember)?";

  private static final List<String> NAMES =
      List.of(
          "January",
          "February",
          "March",
          "April",
          "May",
          "June",
          "July",
          "August",
          "September",
          "October",
          "November",
          "December");

  private static final List<String> WEEKDAYS =
      List.of("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday");

  private Months() {}

  /** The month that {@code written} means; its case is kept where nothing is added. */
  static String spoken(String written) {
    for (String name : NAMES) {
      if (name.regionMatches(true, 0, written, 0, 3)) {
        return name.length() == written.length() ? written : name;
      }
    }
    throw new IllegalArgumentException("no month: " + written);
  }

  /** The day of the week whose first letters are given. */
  static String weekday(String written) {
    return WEEKDAYS.stream()
        .filter(day -> day.startsWith(written.substring(0, 3)))
        .findFirst()
        .orElseThrow();
  }

  /** The name of month 1 to 12. */
  static String name(int month) {
    return NAMES.get(month - 1);
  }

  /** "may" and "march" in lower case are verbs as well. */
  static boolean isDoubtful(String written) {
    String lower = written.toLowerCase(Locale.ROOT);
    return (lower.equals("may") || lower.equals("march") || lower.equals("mar"))
        && lower.equals(written);
  }
}
