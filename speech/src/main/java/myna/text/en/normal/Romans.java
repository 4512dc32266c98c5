package myna.text.en.normal;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import myna.text.RomanNumerals;

/**
 * Roman numerals where what stands around says they are: Chapter IV, Henry VIII, World War II, XIX
 * century, Chapters I-III, Thurston Howell III.
 */
final class Romans implements SemioticClass {
  private static final String LETTERS = "IVXLCDMivxl";
  private static final String FORM =
      "(?=[IVXLCDM])M{0,3}(?:CM|CD|D?C{0,3})(?:XC|XL|L?X{0,3})(?:IX|IV|V?I{0,3})";
  private static final Pattern NUMERAL =
      Forms.compile("(" + FORM + ")('s|th)?(?![\\p{L}\\p{N}'-]|\\.\\p{L})");
  private static final Pattern RANGE =
      Forms.compile("(" + FORM + ") ?[-–] ?(" + FORM + ")(?![\\p{L}\\p{N}'-])");
  private static final String SMALL_FORM = "(?=[ivxl])(?:xl|l?x{0,3})(?:ix|iv|v?i{0,3})";
  private static final Pattern SMALL = Forms.compile(SMALL_FORM + "(?![\\p{L}\\p{N}'-])");
  private static final Pattern SMALL_RANGE =
      Forms.compile("(" + SMALL_FORM + ")[-–](" + SMALL_FORM + ")(?![\\p{L}\\p{N}'-])");
  private static final Pattern CENTURY =
      Forms.compile(
          " (?:[Cc]entury|[Cc]enturies|[Dd]ynasty|Amendment|Corps|Legion|Olympiad|Congress|Army|arrondissement)\\b");

  /** What goes on in a list of numerals, and a list that went on: Acts I, II and III. */
  private static final Pattern GOES_ON = Forms.compile("(?:,| and| or| to| through| &) ");

  private static final Pattern LIST =
      Forms.compile("(\\p{L}{2,12}s) (?:[IVXLC]{1,7}(?:,? (?:and|or|to|through|&) |, )){1,4}$");
  private static final int LIST_WINDOW = 40;

  /** Numerals that are hardly ever words or letters. */
  private static final String SAFE = "I{2,3}|IV|VI{1,3}|IX|XI{1,3}|XIV|XV|XVI{1,3}|XIX|XXI?";

  private static final Pattern PAGES = Forms.compile("p|pp|page|pages|preface|introduction");

  /** "The second" of somebody's name; later ones than the fifth are of things. */
  private static final Pattern NAMESAKE = Forms.compile("I{2,3}|IV");

  private final Numerals numerals;
  private final Namesakes namesakes;

  Romans(Numerals numerals, Vocabulary vocabulary) {
    this.numerals = numerals;
    namesakes = new Namesakes(numerals, vocabulary);
  }

  @Override
  public boolean startsWith(char first) {
    return LETTERS.indexOf(first) >= 0;
  }

  @Override
  public Reading read(Cursor cursor) {
    boolean word = Character.isLetter(cursor.at(1)) && LETTERS.indexOf(cursor.at(1)) < 0;
    if (word || Character.isLetterOrDigit(cursor.at(-1)) || "'-.&".indexOf(cursor.at(-1)) >= 0) {
      return null;
    }
    if (Character.isLowerCase(cursor.at(0))) {
      return readSmall(cursor);
    }
    Matcher range = cursor.match(RANGE);
    if (range != null && isCounted(wordBefore(cursor))) {
      return range(range.group(1), range.group(2), range.end());
    }
    Matcher form = cursor.match(NUMERAL);
    if (form == null || form.group(1).isEmpty()) {
      return null;
    }
    if ("th".equals(form.group(2))) {
      boolean ordinal = form.group(1).length() > 1 && form.group(1).matches(SAFE);
      return ordinal
          ? Reading.of(form.end(), NumberWords.ordinalOf(cardinal(form.group(1))))
          : null;
    }
    String words = words(cursor, form.group(1), form.end(1));
    return words == null
        ? null
        : Reading.of(form.end(), form.group(2) == null ? words : words + "'s");
  }

  private boolean isCounted(String word) {
    return numerals.isCounted(word) || numerals.isPlural(word);
  }

  private static Reading range(String first, String last, int end) {
    return Reading.of(end, cardinal(first) + " to " + cardinal(last));
  }

  private static String cardinal(String numeral) {
    return NumberWords.cardinal(RomanNumerals.value(numeral.toUpperCase(Locale.ROOT)));
  }

  /** What the numeral is said as, or null if nothing says that it is one. */
  private String words(Cursor cursor, String numeral, int end) {
    String before = wordBefore(cursor);
    if (numeral.length() > 1 && cursor.matchAt(CENTURY, end) != null) {
      return NumberWords.ordinalOf(cardinal(numeral));
    }
    if (before.equals("the") && namesakes.isNamed(cursor) && numeral.length() > 1) {
      return NumberWords.ordinalOf(cardinal(numeral));
    }
    if (numerals.isCounted(before)) {
      boolean said = isNumeralBehind(cursor, numeral, before, end);
      return said ? cardinal(numeral) : numeral.length() == 1 ? null : other(cursor, numeral, end);
    }
    if (isListed(cursor, before, end)) {
      return cardinal(numeral);
    }
    if (namesakes.isRuler(cursor, numeral, end)
        || (NAMESAKE.matcher(numeral).matches() && namesakes.isPerson(cursor))) {
      return "the " + NumberWords.ordinalOf(cardinal(numeral));
    }
    return other(cursor, numeral, end);
  }

  /** A numeral that no word before it asks for. */
  private static String other(Cursor cursor, String numeral, int end) {
    String before = cursor.wordBefore(cursor.position());
    int value = RomanNumerals.value(numeral);
    if (isLong(numeral)) {
      return value < 1000 ? cardinal(numeral) : NumberWords.year(value);
    }
    if (numeral.matches("[XV]*I{2,3}") && !shouted(cursor, before)) {
      return cardinal(numeral);
    }
    boolean named = !before.isEmpty() && Character.isUpperCase(before.charAt(0));
    boolean place = isAlone(cursor, end) || (named && !shouted(cursor, before));
    return place && numeral.matches(SAFE) ? cardinal(numeral) : null;
  }

  /** Whether letters behind a counted word are its numeral. */
  private boolean isNumeralBehind(Cursor cursor, String numeral, String before, int end) {
    boolean point = cursor.at(-1) == ' ' && cursor.at(-2) == '.';
    if (numerals.is("word", before) && (point || numeral.length() == 1)) {
      return numeral.length() > 1 && numeral.matches(SAFE);
    }
    if (numeral.length() > 1) {
      return true;
    }
    return numerals.isCountedBy(before, numeral.charAt(0))
        && !(numeral.equals("I") && Speaker.isMeant(cursor, before, end));
  }

  /** Whether the numeral is one of several behind a plural: Wars I and II. */
  private boolean isListed(Cursor cursor, String before, int end) {
    boolean letter = end - cursor.position() == 1 && "CDLM".indexOf(cursor.at(0)) >= 0;
    if (letter) {
      return false;
    }
    if (numerals.isPlural(before)) {
      return cursor.matchAt(GOES_ON, end) != null;
    }
    if (!before.matches("and|or|to|through|[IVXLC]+") && cursor.at(-2) != '&') {
      return false;
    }
    int from = Math.max(0, cursor.position() - LIST_WINDOW);
    Matcher list = LIST.matcher(cursor.text()).region(from, cursor.position());
    return list.find() && numerals.isPlural(list.group(1));
  }

  /** Whether the word before is in capitals as well, so that the letters may be anything. */
  private static boolean shouted(Cursor cursor, String before) {
    boolean numeral = NUMERAL.matcher(before).matches();
    return cursor.at(-1) == ' '
        && before.length() > 1
        && !numeral
        && before.equals(before.toUpperCase(Locale.ROOT));
  }

  /** The word before, also where it is abbreviated with a point: vol. II. */
  private String wordBefore(Cursor cursor) {
    boolean point = cursor.at(-1) == ' ' && cursor.at(-2) == '.';
    String word = cursor.wordBefore(point ? cursor.position() - 2 : cursor.position());
    return !point || isCounted(word) || isPages(word) ? word : "";
  }

  private static boolean isPages(String word) {
    return PAGES.matcher(word.toLowerCase(Locale.ROOT)).matches();
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

  /** In small letters: items of a list such as (iv), pages, and what is counted, Scene ii. */
  private Reading readSmall(Cursor cursor) {
    String before = wordBefore(cursor);
    Matcher range = isPages(before) ? cursor.match(SMALL_RANGE) : null;
    if (range != null) {
      return range(range.group(1), range.group(2), range.end());
    }
    Matcher form = cursor.match(SMALL);
    if (form == null || form.group().isEmpty()) {
      return null;
    }
    boolean item =
        cursor.at(-1) == '('
            && !Character.isLetterOrDigit(cursor.at(-2))
            && cursor.charAt(form.end()) == ')';
    boolean counted = form.group().length() > 1 && (numerals.isCounted(before) || isPages(before));
    return item || counted ? Reading.of(form.end(), cardinal(form.group())) : null;
  }
}
