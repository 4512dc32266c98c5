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
  private static final Pattern SMALL =
      Forms.compile("(?=[ivxl])(?:xl|l?x{0,3})(?:ix|iv|v?i{0,3})(?![\\p{L}\\p{N}'-])");
  private static final Pattern CENTURY = Forms.compile(" (?:century|centuries|dynasty|Century)\\b");

  /** Numerals that are hardly ever words or letters. */
  private static final String SAFE = "I{2,3}|IV|VI{1,3}|IX|XI{1,3}|XIV|XV|XVI{1,3}|XIX|XXI?";

  private static final Set<String> COUNTED =
      Set.of(
          "chapter",
          "ch",
          "chap",
          "fig",
          "sec",
          "art",
          "bk",
          "vols",
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
    return "IVXLCDMivxl".indexOf(first) >= 0;
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
    String words = words(cursor, form.group(1), form.end(1));
    return words == null
        ? null
        : Reading.of(form.end(), form.group(2) == null ? words : words + "'s");
  }

  /** What the numeral is said as, or null if nothing says that it is one. */
  private static String words(Cursor cursor, String numeral, int end) {
    String number = NumberWords.cardinal(value(numeral));
    String before = wordBefore(cursor);
    String lower = before.toLowerCase(Locale.ROOT);
    if (numeral.length() > 1 && cursor.matchAt(CENTURY, end) != null) {
      return NumberWords.ordinalOf(number);
    }
    if (COUNTED.contains(lower) && !isSpeaker(cursor, numeral, before, end)) {
      return number;
    }
    boolean named = !before.isEmpty() && Character.isUpperCase(before.charAt(0));
    boolean shouted = before.equals(before.toUpperCase(Locale.ROOT));
    if (named && !shouted && RULERS.contains(lower) && isRulersNumber(cursor, numeral, end)) {
      return "the " + NumberWords.ordinalOf(number);
    }
    if (isLong(numeral)) {
      return value(numeral) < 1000 ? number : NumberWords.year(value(numeral));
    }
    if (numeral.matches("[XV]*I{2,3}") && !shouted(cursor, before)) {
      return number;
    }
    boolean place = isAlone(cursor, end) || (named && !shouted);
    return place && numeral.matches(SAFE) ? number : null;
  }

  /** Whether the word before is in capitals as well, so that the letters may be anything. */
  private static boolean shouted(Cursor cursor, String before) {
    boolean numeral = NUMERAL.matcher(before).matches();
    return cursor.at(-1) == ' '
        && before.length() > 1
        && !numeral
        && before.equals(before.toUpperCase(Locale.ROOT));
  }

  /** Whether a numeral usually follows this word. */
  static boolean isCounted(String word) {
    return COUNTED.contains(word.toLowerCase(Locale.ROOT));
  }

  /** "the book I read": a small word before, and a verb after. */
  private static boolean isSpeaker(Cursor cursor, String numeral, String before, int end) {
    return numeral.equals("I") && Character.isLowerCase(before.charAt(0)) && isPronoun(cursor, end);
  }

  /** The word before, also where it is abbreviated with a point: vol. II. */
  private static String wordBefore(Cursor cursor) {
    boolean point = cursor.at(-1) == ' ' && cursor.at(-2) == '.';
    String word = cursor.wordBefore(point ? cursor.position() - 2 : cursor.position());
    return !point || COUNTED.contains(word.toLowerCase(Locale.ROOT)) ? word : "";
  }

  /** Four letters and more that make a numeral are one. */
  private static boolean isLong(String numeral) {
    return numeral.length() > 3 && numeral.chars().distinct().count() > 1;
  }

  /** Whether nothing else stands in the line, as in a heading. */
  private static boolean isAlone(Cursor cursor, int end) {
    int after = end + (cursor.charAt(end) == '.' ? 1 : 0);
    return cursor.at(-1) == '\n' && cursor.charAt(after) == '\n';
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

  /** In small letters: items of a list such as (iv), and what is counted, Scene ii. */
  private static Reading readSmall(Cursor cursor) {
    Matcher form = cursor.match(SMALL);
    if (form == null || form.group().isEmpty()) {
      return null;
    }
    boolean item =
        cursor.at(-1) == '('
            && !Character.isLetterOrDigit(cursor.at(-2))
            && cursor.charAt(form.end()) == ')';
    String before = wordBefore(cursor).toLowerCase(Locale.ROOT);
    boolean counted = form.group().length() > 1 && COUNTED.contains(before);
    String number = NumberWords.cardinal(value(form.group().toUpperCase(Locale.ROOT)));
    return item || counted ? Reading.of(form.end(), number) : null;
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
