package myna.text.en.normal;

import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Numbers of things that are numbered: Room 101, Boeing 747, Route 9W, seat 12C, N° 5. */
final class Numbered implements SemioticClass {
  private static final Pattern NUMBER = Forms.compile("\\d{3,4}(?![\\p{L}\\p{N}]|[.,:/]\\d)");
  private static final Pattern SIGN = Forms.compile("[Nn]\\.?[°º]\\.?(?= ?\\d)");
  private static final Pattern LETTERED = Forms.compile("(\\d{1,4})([A-Z])(?![\\p{L}\\p{N}'°])");
  private static final Set<String> THINGS =
      Set.of(
          "boeing",
          "airbus",
          "flight",
          "route",
          "room",
          "error",
          "suite",
          "apartment",
          "bus",
          "highway",
          "porsche",
          "bmw",
          "peugeot",
          "area",
          "channel",
          "gate",
          "interstate",
          "code",
          "locker",
          "cell",
          "agent",
          "platform",
          "unit");
  private static final Set<String> LETTERED_THINGS =
      Set.of(
          "seat",
          "row",
          "apt",
          "exit",
          "bay",
          "berth",
          "lot",
          "section",
          "building",
          "line",
          "track",
          "box",
          "slot",
          "aisle",
          "car",
          "coach",
          "ward",
          "terminal",
          "stand",
          "house",
          "door",
          "hut",
          "stall",
          "block",
          "class",
          "figure",
          "fig",
          "table",
          "page",
          "question",
          "exercise",
          "appendix",
          "chapter",
          "part",
          "item",
          "version",
          "road",
          "us",
          "level");

  @Override
  public boolean startsWith(char first) {
    return Forms.isDigit(first) || first == 'N' || first == 'n';
  }

  private static boolean isSign(Cursor cursor) {
    return "°º.".indexOf(cursor.at(1)) >= 0 && !Character.isLetterOrDigit(cursor.at(-1));
  }

  @Override
  public Reading read(Cursor cursor) {
    if (!Forms.isDigit(cursor.at(0))) {
      Matcher sign = isSign(cursor) ? cursor.match(SIGN) : null;
      return sign == null ? null : Reading.of(sign.end(), "number");
    }
    if (cursor.at(-1) != ' ') {
      return null;
    }
    String before = cursor.lowerWordBefore();
    boolean thing = THINGS.contains(before);
    Matcher lettered = thing || LETTERED_THINGS.contains(before) ? cursor.match(LETTERED) : null;
    if (lettered != null) {
      return Reading.speech()
          .say(NumberWords.hundreds(lettered.group(1)))
          .spell(lettered.group(2))
          .until(lettered.end());
    }
    Matcher number = thing ? cursor.match(NUMBER) : null;
    return number == null ? null : Reading.of(number.end(), NumberWords.hundreds(number.group()));
  }
}
