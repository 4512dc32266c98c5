package myna.text.en.normal;

import com.ibm.icu.text.Normalizer2;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Fractions: 1/2, 3 2/4, 31/32, ½, 2½. Some pairs are idioms: 24/7, 50/50, 9/11. */
final class Fractions implements SemioticClass {
  private static final String VULGAR = "[¼½¾⅐-⅞↉]";
  private static final Pattern FORM =
      Forms.compile(
          "(-)?(?:(\\d{1,9}) )?(\\d{1,9}) ?[/⁄]"
              + " ?(\\d{1,9})((?i:st|nd|rd|th))?[sS]?(?![\\p{L}\\p{N}/]|[.,]\\d|-\\d)");
  private static final Pattern ALWAYS = Forms.compile("24/7/365(?![\\p{L}\\p{N}/])");
  private static final Pattern SIGN = Forms.compile("(-)?(\\d{1,9})? ?(" + VULGAR + ")");
  private static final Pattern RATING =
      Forms.compile("(\\d{1,3}(?:\\.\\d{1,2})?) ?/ ?(5|10|20|100)(?![\\p{L}\\p{N}/]|[.,-]\\d)");
  private static final Pattern PART =
      Forms.ignoringCase(
          "part|no|number|nr|model|serial|item|case|file|ref|reference|order|docket|patent|invoice|lot|sn|pn");
  private static final Pattern NOUN = Forms.compile("[ -]\\p{Ll}");
  private static final Pattern RATED =
      Forms.compile(
          "(?:-| )(?:stars?|points?|rating|score|from|dentists|doctors|people|users|customers|would"
              + "|could|experts|critics|times|on (?:imdb|IMDb|Yelp|the))\\b");
  private static final Set<String> RATING_WORDS =
      Set.of(
          "got",
          "gets",
          "get",
          "give",
          "gave",
          "gives",
          "given",
          "rate",
          "rated",
          "rating",
          "score",
          "scored",
          "scores",
          "solid",
          "easy",
          "perfect",
          "it",
          "pain",
          "earned",
          "earns",
          "received",
          "marks",
          "grade",
          "film",
          "book",
          "strong",
          "deserves",
          "stars",
          "verdict");
  private static final Map<String, String> IDIOMS =
      Map.of(
          "24/7",
          "twenty four seven",
          "9/11",
          "nine eleven",
          "50/50",
          "fifty fifty",
          "20/20",
          "twenty twenty",
          "7/7",
          "seven seven");
  private static final Set<String> DATE_WORDS =
      Set.of("on", "since", "until", "by", "dated", "from", "before", "after");

  @Override
  public boolean startsWith(char first) {
    return Forms.isDigit(first) || first == '-' || first > 0xBB;
  }

  @Override
  public Reading read(Cursor cursor) {
    if (Character.isLetterOrDigit(cursor.at(-1)) || "/,.".indexOf(cursor.at(-1)) >= 0) {
      return null;
    }
    Matcher sign = cursor.match(SIGN);
    if (sign != null) {
      String[] parts = Normalizer2.getNFKCInstance().normalize(sign.group(3)).split("⁄", -1);
      Reading.Speech speech = Reading.speech().say(sign.group(1) == null ? "" : "minus");
      return mixed(speech, sign.group(2), parts[0], parts[1]).until(sign.end());
    }
    Matcher always = cursor.match(ALWAYS);
    if (always != null) {
      return Reading.of(always.end(), "twenty four seven three sixty five");
    }
    Matcher rating = cursor.match(RATING);
    if (rating != null && isRating(cursor, rating)) {
      return Reading.of(
          rating.end(),
          NumberWords.decimal(rating.group(1))
              + " out of "
              + NumberWords.cardinal(rating.group(2)));
    }
    Matcher form = cursor.match(FORM);
    if (form == null || form.group(4).matches("0+") || isPartNumber(cursor)) {
      return null;
    }
    String idiom = IDIOMS.get(form.group());
    if (idiom != null) {
      return Reading.of(form.end(), idiom);
    }
    if (form.group(2) == null && isShare(form)) {
      String words = NumberWords.cardinal(form.group(3)) + " ";
      return Reading.of(form.end(), words + NumberWords.cardinal(form.group(4)));
    }
    boolean leadingZero = form.group(3).startsWith("0") || form.group(4).startsWith("0");
    Reading date = form.group(2) == null ? readDate(cursor, form, leadingZero) : null;
    if (date != null) {
      return date;
    }
    Reading.Speech speech = Reading.speech().say(form.group(1) == null ? "" : "minus");
    return mixed(speech, form.group(2), form.group(3), form.group(4)).until(form.end());
  }

  /** So many points of all: 4.5/5, a 9/10, 10/10; but 3/5 of the people, on 9/10. */
  private static boolean isRating(Cursor cursor, Matcher form) {
    double points = Double.parseDouble(form.group(1));
    int most = Integer.parseInt(form.group(2));
    if (points > most || cursor.wordAfter(form.end()).equals("of")) {
      return false;
    }
    boolean whole = form.group(1).indexOf('.') < 0;
    return !whole
        || (points == most && most <= 100 && most != 20)
        || cursor.matchAt(RATED, form.end()) != null
        || RATING_WORDS.contains(rated(cursor))
        || (cursor.lowerWordBefore().equals("a") && cursor.matchAt(NOUN, form.end()) == null);
  }

  /** The word before, or the one before "of": a score of 7/10. */
  private static String rated(Cursor cursor) {
    String before = cursor.lowerWordBefore();
    return before.equals("of")
        ? cursor.wordBefore(cursor.position() - "of ".length()).toLowerCase(Locale.ROOT)
        : before;
  }

  /**
   * Whether the digits go on a number with letters, as in HB-2301/7, or stand behind a word for
   * one.
   */
  private static boolean isPartNumber(Cursor cursor) {
    boolean point = cursor.at(-1) == ' ' && ".#:".indexOf(cursor.at(-2)) >= 0;
    String before = cursor.wordBefore(point ? cursor.position() - 2 : cursor.position());
    return (cursor.at(-1) == '-' && Character.isLetterOrDigit(cursor.at(-2)))
        || PART.matcher(before).matches();
  }

  /** Two shares of a hundred: 60/40. */
  private static boolean isShare(Matcher form) {
    return form.group(3).matches("[1-9][05]")
        && form.group(4).matches("[1-9][05]")
        && form.group(5) == null
        && Integer.parseInt(form.group(3)) + Integer.parseInt(form.group(4)) == 100;
  }

  /** "on 5/6" is a day, and so is 06/05; by locale of the fifth or the sixth month. */
  private static Reading readDate(Cursor cursor, Matcher form, boolean sure) {
    int first = Integer.parseInt(form.group(3));
    int second = Integer.parseInt(form.group(4));
    boolean british = cursor.variety() == Variety.GB;
    int month = british ? second : first;
    int day = british ? first : second;
    boolean isDay = month >= 1 && month <= 12 && day >= 1 && day <= 31;
    if (!isDay || (!sure && !DATE_WORDS.contains(cursor.lowerWordBefore()))) {
      return null;
    }
    String ordinal = NumberWords.ordinal(Integer.toString(day));
    String name = Months.name(month);
    return Reading.of(
        form.end(), british ? "the " + ordinal + " of " + name : name + " " + ordinal);
  }

  /** Words of {@code whole} (null if none) and numerator over denominator. */
  static Reading.Speech mixed(
      Reading.Speech speech, String whole, String numerator, String denominator) {
    if (whole == null) {
      return speech.say(fraction(numerator, denominator));
    }
    String part =
        numerator.equals("1") && denominator.equals("2")
            ? "a half"
            : fraction(numerator, denominator);
    return speech.say(NumberWords.cardinal(whole)).say("and").say(part);
  }

  private static String fraction(String numerator, String denominator) {
    boolean one = Forms.isOne(numerator);
    String part =
        switch (denominator) {
          case "1" -> "over one";
          case "2" -> one ? "half" : "halves";
          case "4" -> one ? "quarter" : "quarters";
          default -> ordinal(denominator) + (one ? "" : "s");
        };
    return NumberWords.plainCardinal(numerator) + " " + part;
  }

  private static String ordinal(String denominator) {
    return NumberWords.ordinalOf(NumberWords.plainCardinal(denominator));
  }
}
