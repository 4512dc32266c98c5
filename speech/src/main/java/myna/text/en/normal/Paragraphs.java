package myna.text.en.normal;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import myna.text.RomanNumerals;

/** Paragraphs of laws and their parts: 401(k), 501(c)(3), section 12(b), §§ 5-7, ¶ 3. */
final class Paragraphs implements SemioticClass {
  private static final Pattern PARTS =
      Forms.compile(
          "(\\d{1,4})([A-Za-z])?((?:\\((?:[A-Za-z]|\\d{1,2}|[ivx]{2,4})\\)){1,4})(s(?!\\p{L}))?(?![\\p{L}\\p{N}(])");
  private static final Pattern PART = Forms.compile("\\((\\w+)\\)");
  private static final Pattern SIGN = Forms.compile("(§{1,2}|¶{1,2}) ?(?=\\d)");
  private static final Pattern SEVERAL =
      Forms.compile("(§§|¶¶) ?(\\d{1,4})(?: ?[-–] ?(\\d{1,4}))?(?![\\p{L}\\p{N}(]|[-–.]\\d)");

  @Override
  public boolean startsWith(char first) {
    return Forms.isDigit(first) || first == '§' || first == '¶';
  }

  @Override
  public Reading read(Cursor cursor) {
    if (!Forms.isDigit(cursor.at(0))) {
      return readSign(cursor);
    }
    if (Character.isLetterOrDigit(cursor.at(-1)) || cursor.continuesNumber(".,-/")) {
      return null;
    }
    Matcher form = cursor.match(PARTS);
    if (form == null) {
      return null;
    }
    String number = form.group(1);
    boolean known = number.matches("40[13]|457|501|529");
    Reading.Speech speech =
        Reading.speech().say(known ? NumberWords.pairs(number) : NumberWords.cardinal(number));
    if (form.group(2) != null) {
      speech.spell(form.group(2));
    }
    Matcher part = PART.matcher(form.group(3));
    while (part.find()) {
      boolean last = part.end() == form.group(3).length();
      say(speech, last && form.group(4) != null ? part.group(1) + "'s" : part.group(1));
    }
    return speech.until(form.end());
  }

  private static void say(Reading.Speech speech, String part) {
    boolean several = part.endsWith("'s");
    if (Forms.isDigit(part.charAt(0))) {
      String number = NumberWords.cardinal(several ? part.substring(0, part.length() - 2) : part);
      speech.say(several ? NumberWords.plural(number) : number);
    } else if (several) {
      speech.say(part);
    } else if (part.length() > 1) {
      speech.say(
          NumberWords.cardinal(RomanNumerals.value(part.toUpperCase(java.util.Locale.ROOT))));
    } else {
      speech.spell(part);
    }
  }

  private static Reading readSign(Cursor cursor) {
    Matcher several = cursor.match(SEVERAL);
    if (several != null && several.group(3) != null) {
      String words = name(several.group(1)) + " " + NumberWords.cardinal(several.group(2));
      return Reading.of(several.end(), words + " to " + NumberWords.cardinal(several.group(3)));
    }
    Matcher sign = cursor.match(SIGN);
    return sign == null ? null : Reading.of(sign.end(1), name(sign.group(1)));
  }

  private static String name(String sign) {
    String one = sign.charAt(0) == '§' ? "section" : "paragraph";
    return sign.length() > 1 ? one + "s" : one;
  }
}
