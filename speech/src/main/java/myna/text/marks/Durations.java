package myna.text.marks;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Durations as marks give them: 800ms, 1.5s. */
final class Durations {
  /** The longest that is obeyed. */
  static final String LONGEST_TEXT = "60s";

  private static final double LONGEST = 60;
  private static final Pattern FORM =
      Pattern.compile("(\\d{1,6}(?:\\.\\d{1,6})?|\\.\\d{1,6}) ?(ms|s)");

  private Durations() {}

  /** The seconds, or -1 if it is no duration or too long. */
  static double seconds(String text) {
    Matcher form = FORM.matcher(text);
    if (!form.matches()) {
      return -1;
    }
    double seconds = Double.parseDouble(form.group(1)) / (form.group(2).equals("ms") ? 1000 : 1);
    return seconds <= LONGEST ? seconds : -1;
  }
}
