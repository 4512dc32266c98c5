package myna.text.en.normal;

import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Places on a globe and parts of a degree: 45°30′15″ W, 40.7128° N, 12° 5'. */
final class Coordinates implements SemioticClass {
  private static final Pattern FORM =
      Forms.compile(
          "([-+])?(\\d{1,3}(?:\\.\\d{1,8})?)[°º](?: ?(\\d{1,2}(?:\\.\\d{1,6})?)'(?!')(?:"
              + " ?(\\d{1,2}(?:\\.\\d{1,4})?)(?:\"|''))?)?(?:,? ?([NSEW])(?![\\p{L}\\p{N}.]|'))?");
  private static final Map<String, String> SIDES =
      Map.of("N", "north", "S", "south", "E", "east", "W", "west");

  @Override
  public boolean startsWith(char first) {
    return Forms.isDigit(first) || first == '-' || first == '+';
  }

  @Override
  public Reading read(Cursor cursor) {
    if (Character.isLetterOrDigit(cursor.at(-1)) || cursor.continuesNumber(".,")) {
      return null;
    }
    Matcher form = cursor.match(FORM);
    if (form == null || (form.group(3) == null && form.group(5) == null)) {
      return null;
    }
    Reading.Speech speech = Reading.speech();
    if (form.group(1) != null) {
      speech.say(form.group(1).equals("-") ? "minus" : "plus");
    }
    say(speech, form.group(2), "degree");
    say(speech, form.group(3), "minute");
    say(speech, form.group(4), "second");
    return speech.say(SIDES.getOrDefault(form.group(5), "")).until(form.end());
  }

  private static void say(Reading.Speech speech, String number, String unit) {
    if (number != null) {
      String bare = number.replaceFirst("^0(?=\\d)", "");
      speech.say(NumberWords.decimal(bare)).say(Forms.isOne(bare) ? unit : unit + "s");
    }
  }
}
