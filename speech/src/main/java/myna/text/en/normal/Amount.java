package myna.text.en.normal;

import com.ibm.icu.text.Normalizer2;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A number before a unit: -5, 2 1/2, ½, 2.5 million, 10-15.
 *
 * @param end index after it
 * @param words how it is said
 * @param one whether a unit in the singular follows
 */
record Amount(int end, List<Spoken> words, boolean one) {
  private static final Pattern FORM =
      Forms.compile(
          "(?<sign>[-+±])?(?:(?<number>"
              + Forms.NUMBER
              + ")(?: (?<over>\\d{1,3})/(?<under>\\d{1,3})|/(?<below>\\d{1,3})|"
              + " ?(?<vulgar>[¼½¾⅐-⅞]))?|(?<alone>[¼½¾⅐-⅞]))(?: (?<quantity>"
              + Forms.QUANTITY
              + "))?(?: ?(?:[-–]|to) ?(?<to>-?"
              + Forms.NUMBER
              + "))?");

  /** The amount at the cursor, or null. */
  static Amount at(Cursor cursor) {
    Matcher form = cursor.match(FORM);
    if (form == null || isOdd(form)) {
      return null;
    }
    Reading.Speech speech = Reading.speech();
    sign(speech, form.group("sign"));
    boolean whole = first(speech, form);
    String quantity = form.group("quantity");
    String to = form.group("to");
    speech.say(quantity == null ? "" : quantity);
    if (to != null) {
      speech
          .say("to")
          .say(to.startsWith("-") ? "minus" : "")
          .say(NumberWords.decimal(to.replace("-", "")));
    }
    boolean part = form.group("number") == null || form.group("below") != null;
    boolean one = part || (whole && Forms.isOne(form.group("number")));
    return new Amount(form.end(), speech.words(), one && quantity == null && to == null);
  }

  /** A fraction behind a number that is not whole. */
  private static boolean isOdd(Matcher form) {
    boolean fraction =
        form.group("over") != null || form.group("below") != null || form.group("vulgar") != null;
    return fraction && !form.group("number").matches("\\d{1,15}");
  }

  private static void sign(Reading.Speech speech, String sign) {
    if (sign != null) {
      speech.say(sign.equals("-") ? "minus" : sign.equals("+") ? "plus" : "plus or minus");
    }
  }

  /** Says the first number; whether it is a whole or decimal one. */
  private static boolean first(Reading.Speech speech, Matcher form) {
    String number = form.group("number");
    String sign = form.group("vulgar") == null ? form.group("alone") : form.group("vulgar");
    if (sign != null) {
      String[] parts = Normalizer2.getNFKCInstance().normalize(sign).split("⁄", -1);
      Fractions.mixed(speech, number, parts[0], parts[1]);
    } else if (form.group("over") != null) {
      Fractions.mixed(speech, number, form.group("over"), form.group("under"));
    } else if (form.group("below") != null) {
      Fractions.mixed(speech, null, number, form.group("below"));
    } else {
      speech.say(
          form.group("quantity") == null
              ? NumberWords.decimal(number)
              : NumberWords.plainDecimal(number));
      return true;
    }
    return false;
  }
}
