package myna.text.normal;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Roman numerals where what stands around says they are: Chapter IV, Henry VIII, World War II, XIX
 * century.
 */
final class Romans implements SemioticClass {
  private static final Pattern NUMERAL =
      Forms.compile(
          "(?=[IVXLCDM])(M{0,3}(?:CM|CD|D?C{0,3})(?:XC|XL|L?X{0,3})(?:IX|IV|V?I{0,3}))('s)?(?![\\p{L}\\p{N}'-]|\\.\\p{L})");
  private static final Pattern SMALL = Forms.compile("(x{0,3}(?:ix|iv|v?i{0,3}))(?=[.)]\\s|\\))");
  private static final Pattern CENTURY = Forms.compile(" (?:century|centuries|dynasty|Century)\\b");
  private static final Set<String> COUNTED =
      Set.of(
          "chapter",
          "part",
          "book",
          "act",
          "scene",
          "volume",
          "vol",
          "section",
          "article",
          "appendix",
          "title",
          "phase",
          "type",
          "class",
          "grade",
          "level",
          "stage",
          "canto",
          "figure",
          "table",
          "plate",
          "war",
          "bowl",
          "episode",
          "season",
          "amendment",
          "factor",
          "category",
          "tier",
          "lesson",
          "unit",
          "number",
          "no",
          "psalm",
          "sonnet",
          "corps",
          "olympiad",
          "mark",
          "schedule",
          "division",
          "verse",
          "page",
          "rule",
          "paragraph",
          "step",
          "round",
          "exhibit",
          "symphony",
          "opus",
          "legion");
  private static final Set<String> RULERS =
      Set.of(
          "henry",
          "louis",
          "charles",
          "james",
          "george",
          "edward",
          "william",
          "richard",
          "elizabeth",
          "mary",
          "john",
          "paul",
          "pius",
          "benedict",
          "gregory",
          "leo",
          "innocent",
          "clement",
          "urban",
          "alexander",
          "nicholas",
          "peter",
          "catherine",
          "philip",
          "ferdinand",
          "frederick",
          "francis",
          "joseph",
          "napoleon",
          "otto",
          "leopold",
          "albert",
          "gustav",
          "christian",
          "olaf",
          "haakon",
          "harald",
          "sigismund",
          "rudolf",
          "maximilian",
          "ramesses",
          "ramses",
          "ptolemy",
          "cleopatra",
          "darius",
          "xerxes",
          "thutmose",
          "amenhotep",
          "mehmed",
          "murad",
          "selim",
          "suleiman",
          "theodosius",
          "constantine",
          "justinian",
          "alfonso",
          "carlos",
          "felipe",
          "juan",
          "pedro",
          "manuel",
          "umberto",
          "victor",
          "emmanuel",
          "margrethe",
          "wilhelm",
          "friedrich",
          "ivan",
          "basil",
          "boniface",
          "sixtus",
          "julius",
          "adrian",
          "celestine",
          "honorius",
          "eugene",
          "martin",
          "robert",
          "malcolm",
          "kenneth",
          "david",
          "donald",
          "baldwin",
          "godfrey",
          "raymond",
          "stephen",
          "andrew",
          "bela",
          "casimir");

  @Override
  public boolean startsWith(char first) {
    return "IVXLCDMivx".indexOf(first) >= 0;
  }

  @Override
  public Reading read(Cursor cursor) {
    if (Character.isLetterOrDigit(cursor.at(-1)) || "'-.&".indexOf(cursor.at(-1)) >= 0) {
      return null;
    }
    if (Character.isLowerCase(cursor.at(0))) {
      return readSmall(cursor);
    }
    Matcher form = cursor.match(NUMERAL);
    if (form == null || form.group(1).isEmpty()) {
      return null;
    }
    String numeral = form.group(1);
    String number = NumberWords.cardinal(value(numeral));
    String before = cursor.wordBefore(cursor.position());
    String lower = before.toLowerCase(Locale.ROOT);
    boolean counted =
        COUNTED.contains(lower)
            && !(numeral.equals("I")
                && Character.isLowerCase(firstOf(before))
                && isPronoun(cursor, form.end()));
    if (cursor.matchAt(CENTURY, form.end()) != null && numeral.length() > 1) {
      return ending(form, NumberWords.ordinalOf(number));
    }
    if (counted) {
      return ending(form, number);
    }
    if (!Character.isUpperCase(firstOf(before)) || before.equals(before.toUpperCase(Locale.ROOT))) {
      return null;
    }
    if (RULERS.contains(lower) && isRulersNumber(cursor, numeral, form.end())) {
      return ending(form, "the " + NumberWords.ordinalOf(number));
    }
    return numeral.matches("I{2,3}|IV|VI{1,3}|IX|XI{1,3}|XIV|XV|XVI{1,3}|XIX|XXI?")
        ? ending(form, number)
        : null;
  }

  private static char firstOf(String word) {
    return word.isEmpty() ? ' ' : word.charAt(0);
  }

  /** X and M after a name are more often names; I is more often the speaker. */
  private static boolean isRulersNumber(Cursor cursor, String numeral, int end) {
    return switch (numeral) {
      case "I" -> !isPronoun(cursor, end);
      case "X", "C", "D", "L", "M" -> false;
      case "MIX", "DIM", "MC", "MD", "CD", "CV", "DC", "DI" -> false;
      default -> true;
    };
  }

  /** Whether a verb follows, so that I is the speaker. */
  private static boolean isPronoun(Cursor cursor, int end) {
    String next = cursor.charAt(end) == ' ' ? cursor.wordAfter(end) : "";
    return !next.isEmpty()
        && Character.isLowerCase(next.charAt(0))
        && !Set.of(
                "of", "and", "was", "is", "had", "in", "to", "the", "by", "at", "died", "ruled",
                "reigned", "as")
            .contains(next);
  }

  /** Items of a list: (iv) or ii. after a space. */
  private static Reading readSmall(Cursor cursor) {
    boolean bracket = cursor.at(-1) == '(';
    Matcher form = cursor.match(SMALL);
    if (form == null || form.group(1).isEmpty() || !bracket || cursor.charAt(form.end()) != ')') {
      return null;
    }
    return Reading.of(
        form.end(), NumberWords.cardinal(value(form.group(1).toUpperCase(Locale.ROOT))));
  }

  private static Reading ending(Matcher form, String words) {
    return Reading.of(form.end(), form.group(2) == null ? words : words + "'s");
  }

  /** The value of a well-formed numeral. */
  static int value(String numeral) {
    int value = 0;
    int before = 0;
    for (int i = numeral.length() - 1; i >= 0; i--) {
      int digit =
          switch (numeral.charAt(i)) {
            case 'I' -> 1;
            case 'V' -> 5;
            case 'X' -> 10;
            case 'L' -> 50;
            case 'C' -> 100;
            case 'D' -> 500;
            default -> 1000;
          };
      value += digit < before ? -digit : digit;
      before = Math.max(before, digit);
    }
    return value;
  }
}
