package myna.cli;

import java.util.Locale;
import myna.watermark.Detection;

/** Says in English what the search for the mark found. */
final class DetectSentence {
  /** Rarer than once in so many is said so. */
  private static final double MOST = 1e9;

  /** In binary, 1 / 1e-5 is less than 100,000. */
  private static final double ROUNDING = 1 + 1e-9;

  private DetectSentence() {}

  /** One line. */
  static String of(Detection found) {
    return switch (found.verdict()) {
      case MARKED ->
          "yes: this is synthetic speech that Myna marked; at most one in "
              + count(found.falseAlarm())
              + " recordings without the mark look so much like it";
      case DOUBTFUL ->
          "perhaps: there may be a trace of Myna's mark; up to one in "
              + count(found.falseAlarm())
              + " recordings without it look like this, and a yes needs at most one in "
              + count(Detection.HIGHEST_FALSE_ALARM);
      case UNMARKED -> "no: there is no mark of Myna; recordings without it look like this";
      case TOO_SHORT ->
          String.format(
              Locale.ROOT,
              "cannot tell: no mark of Myna was found, but %.1f s are too short to say that there"
                  + " is none; it takes %.0f s at least, better %.0f s",
              found.to() - found.from(),
              Detection.SHORTEST_SECONDS,
              3 * Detection.SHORTEST_SECONDS);
    };
  }

  /** Of how many one is meant by a chance, rounded down to two digits. */
  private static String count(double chance) {
    double count = ROUNDING / chance;
    if (!(count < MOST)) {
      return "a billion";
    }
    double step = Math.pow(10, Math.max(0, Math.floor(Math.log10(count)) - 1));
    return String.format(Locale.ROOT, "%,.0f", Math.floor(count / step) * step);
  }
}
