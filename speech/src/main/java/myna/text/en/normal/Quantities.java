package myna.text.en.normal;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Numbers with a letter that scales them, and thousands parted by spaces: 1.2B, 10M users, 1 000
 * 000.
 */
final class Quantities implements SemioticClass {
  private static final Pattern SCALED =
      Forms.compile("(-)?(" + Forms.NUMBER + ")([KkMBT])(?![\\p{L}\\p{N}])");
  private static final Pattern COUNTED = Forms.compile(" (?:\\p{Ll}{2,}s|people)\\b");
  private static final Pattern MILLIONS =
      Forms.compile(
          "(-)?("
              + Forms.NUMBER
              + ")(m)(?="
              + " (?:people|users|followers|subscribers|viewers|views|copies|downloads|jobs|homes|children"
              + "|customers|residents|voters|listeners|readers|records|years)\\b)");
  private static final Pattern SPACED =
      Forms.compile(
          "\\d{1,3}(?:(?: \\d{3}){0,3} 000|(?:\\.\\d{3}){2,4}|(?:'\\d{3}){1,4})(?!"
              + " ?\\d|[\\p{L},.]\\p{N}|\\p{L})");

  @Override
  public boolean startsWith(char first) {
    return Forms.isDigit(first) || first == '-' || first == '.';
  }

  @Override
  public Reading read(Cursor cursor) {
    if (Character.isLetterOrDigit(cursor.at(-1)) || cursor.continuesNumber(".,")) {
      return null;
    }
    Matcher spaced = cursor.match(SPACED);
    if (spaced != null) {
      return Reading.of(spaced.end(), NumberWords.cardinal(spaced.group().replaceAll("[ .']", "")));
    }
    Matcher millions = cursor.match(MILLIONS);
    Matcher scaled = millions == null ? cursor.match(SCALED) : millions;
    if (scaled == null || (millions == null && !isCount(cursor, scaled))) {
      return null;
    }
    Reading.Speech speech = Reading.speech().say(scaled.group(1) == null ? "" : "minus");
    speech.say(NumberWords.plainDecimal(scaled.group(2)));
    return speech.say(scale(scaled.group(3))).until(scaled.end());
  }

  /** A letter behind a number scales it where the number has a fraction or something is counted. */
  private static boolean isCount(Cursor cursor, Matcher scaled) {
    return scaled.group(2).indexOf('.') >= 0 || cursor.matchAt(COUNTED, scaled.end()) != null;
  }

  private static String scale(String letter) {
    return switch (letter) {
      case "M", "m" -> "million";
      case "B" -> "billion";
      case "T" -> "trillion";
      default -> "thousand";
    };
  }
}
