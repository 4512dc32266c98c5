package myna.text.en.normal;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Abbreviations of assets/text/abbreviations.tsv, and those whose sense depends on what stands
 * around: Dr., St.
 */
final class Abbreviations implements SemioticClass {
  private static final Pattern WRITTEN = Forms.compile("[A-Za-z]+(?:\\.[A-Za-z]+)*(?:/o?)?");
  private static final Pattern NAME =
      Forms.compile("\\.? (?:\\p{Lu}[\\p{L}']|\\p{Lu}\\. ?)|\\. (?!I\\b)\\p{Lu}(?![\\p{L}\\p{N}])");
  private static final Pattern CAPITALS = Forms.compile("\\p{Lu}{2,}");
  private static final Pattern OPENING = Forms.compile(" ?[\"'(]?[\\p{L}\\p{N}$]");
  private static final Pattern DAYS =
      Forms.ignoringCase(
          "(?:mon|tues?|wed|thu|thurs?|fri|sat|sun|jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec)(?:day)?");

  /** What goes on behind a shortened day: a small letter, a number, another day, a bracket. */
  private static final Pattern GOES_ON =
      Forms.compile("\\.?(?: ?[-–/] ?\\p{Lu}|,? \\d|,? \\p{Ll}|,? \\p{Lu}\\p{Ll}{2,3}\\. \\d|\\))");

  private static final Set<String> SHOUTED_TITLES = Set.of("MR", "MRS", "DR", "PROF");

  /** Names among the words that start sentences. */
  private static final Set<String> NAMES_TOO = Set.of("Will", "May", "WILL", "MAY");

  private static final Set<String> BEFORE_DAYS =
      Set.of(
          "on", "in", "by", "since", "until", "till", "last", "next", "every", "early", "late",
          "mid", "closed", "open", "from", "through", "thru", "due", "this");
  private static final Set<String> NEVER_BEFORE_DAYS =
      Set.of("the", "a", "our", "his", "her", "my", "your", "mr", "mrs", "with");
  private static final Pattern DAY_AND =
      Forms.compile("\\b(?:Mon|Tues?|Wed|Thu|Thurs?|Fri|Sat|Sun)\\.? (?:and|or|to|&) $");
  private static final int DAY_WINDOW = 12;
  private static final Pattern CAPITALIZED = Forms.compile("\\p{Lu}[\\p{L}']+");

  /** What a table row says of an abbreviation. */
  private record Entry(String spoken, String point, String where, boolean letters) {}

  private final Map<String, List<Entry>> entries = new HashMap<>();

  Abbreviations() {
    for (String[] row : Facts.table("abbreviations.tsv", 5)) {
      Entry entry = new Entry(row[1], row[2], row[3], row[4].equals("letters"));
      entries.computeIfAbsent(row[0], key -> new ArrayList<>(1)).add(entry);
    }
  }

  @Override
  public boolean startsWith(char first) {
    return first < 0x80 && Character.isLetter(first);
  }

  @Override
  public Reading read(Cursor cursor) {
    Matcher form = cursor.match(WRITTEN);
    if (form == null
        || Character.isLetterOrDigit(cursor.charAt(form.end()))
        || "-'@".indexOf(cursor.at(-1)) >= 0) {
      return null;
    }
    String written = form.group();
    boolean point = cursor.charAt(form.end()) == '.';
    Reading reading = readTwoSenses(cursor, written, form.end(), point);
    if (reading != null) {
      return reading;
    }
    for (Entry entry : entries(cursor, written, form.end(), point)) {
      if (agrees(cursor, entry, form.end(), point)) {
        int end = point && !entry.point.equals("no") ? form.end() + 1 : form.end();
        return entry.letters ? letters(cursor, entry, end) : Reading.of(end, entry.spoken);
      }
    }
    return null;
  }

  /** What is spelled may be a possessive: a PhD's work. */
  private static Reading letters(Cursor cursor, Entry entry, int end) {
    boolean possessive =
        cursor.charAt(end) == '\''
            && cursor.charAt(end + 1) == 's'
            && !Character.isLetterOrDigit(cursor.charAt(end + 2));
    String letters = possessive ? entry.spoken + "'s" : entry.spoken;
    return Reading.speech().spell(letters).until(possessive ? end + 2 : end);
  }

  /** What the table says of a form; one in capitals means what the capitalized one means. */
  private List<Entry> entries(Cursor cursor, String written, int end, boolean point) {
    List<Entry> listed = entries.get(written);
    if (listed != null || written.length() < 2 || !Character.isUpperCase(written.charAt(1))) {
      return listed == null ? List.of() : listed;
    }
    boolean title = SHOUTED_TITLES.contains(written) && isShouted(cursor.wordAfter(end));
    if ((!point && !title) || !CAPITALS.matcher(written).matches()) {
      return List.of();
    }
    List<Entry> capitalized = entries.get(capitalized(written));
    return capitalized == null ? entries.getOrDefault(lower(written), List.of()) : capitalized;
  }

  private static boolean isShouted(String word) {
    return word.length() > 1 && word.equals(word.toUpperCase(Locale.ROOT));
  }

  private static String capitalized(String capitals) {
    return capitals.charAt(0) + lower(capitals).substring(1);
  }

  private static String lower(String word) {
    return word.toLowerCase(Locale.ROOT);
  }

  private static boolean agrees(Cursor cursor, Entry entry, int end, boolean point) {
    if (entry.point.equals("yes") && !point) {
      return false;
    }
    return switch (entry.where) {
      case "name" -> isBeforeName(cursor, end);
      case "honor" -> isBeforeName(cursor, end) && cursor.at(-2) != ',';
      case "number" -> Citations.isNumbered(cursor, end);
      case "cited" -> Citations.isCited(cursor, end);
      case "numbered" -> Citations.isNumber(cursor, end);
      case "day" -> isDay(cursor, end);
      case "between" -> isBetween(cursor, end);
      case "names" -> isName(cursor.wordBefore(cursor.position())) && isBeforeName(cursor, end);
      case "after" -> isName(cursor.wordBefore(commaSkipped(cursor))) || cursor.at(-2) == '&';
      case "place" -> cursor.at(-2) == ',' && isName(cursor.wordBefore(commaSkipped(cursor)));
      default -> true;
    };
  }

  /** Whether a name follows rather than a new sentence: "Rep. Smith" but "my rep. She said". */
  private static boolean isBeforeName(Cursor cursor, int end) {
    String next = wordBehind(cursor, end);
    boolean initial = next.length() == 1 && !next.equals("I");
    return cursor.matchAt(NAME, end) != null
        && (initial || NAMES_TOO.contains(next) || !Starters.isStarter(next));
  }

  /** Whether something is set against something else: words or brackets on both sides. */
  private static boolean isBetween(Cursor cursor, int end) {
    char before = cursor.at(-1) == ' ' ? cursor.at(-2) : cursor.at(-1);
    boolean left = Character.isLetterOrDigit(before) || ".)\"'".indexOf(before) >= 0;
    int next = end + (cursor.charAt(end) == '.' ? 1 : 0);
    return left && (!wordBehind(cursor, end).isEmpty() || cursor.matchAt(OPENING, next) != null);
  }

  /** A shortened day or month that is a word or a name as well: "on Sun. at noon", "the Sun." */
  private static boolean isDay(Cursor cursor, int end) {
    String before = cursor.lowerWordBefore();
    if (BEFORE_DAYS.contains(before) || DAYS.matcher(before).matches()) {
      return true;
    }
    int from = Math.max(0, cursor.position() - DAY_WINDOW);
    if (DAY_AND.matcher(cursor.text()).region(from, cursor.position()).find()) {
      return true;
    }
    Matcher goesOn = cursor.matchAt(GOES_ON, end);
    return goesOn != null && !NEVER_BEFORE_DAYS.contains(before);
  }

  private static String wordBehind(Cursor cursor, int end) {
    return cursor.wordAfter(cursor.charAt(end) == '.' ? end + 1 : end);
  }

  private static int commaSkipped(Cursor cursor) {
    boolean comma = cursor.at(-1) == ' ' && cursor.at(-2) == ',';
    return comma ? cursor.position() - 2 : cursor.position();
  }

  private static boolean isName(String word) {
    return CAPITALIZED.matcher(word).matches() || word.matches("\\d+(?:st|nd|rd|th)");
  }

  /** Doctor or Drive, Saint or Street. */
  private static Reading readTwoSenses(Cursor cursor, String written, int end, boolean point) {
    boolean shouted = point || (written.equals("DR") && isShouted(cursor.wordAfter(end)));
    boolean doctor = written.equals("Dr") || (shouted && written.equals("DR"));
    if (!doctor && !written.equals("St") && !(shouted && written.equals("ST"))) {
      return null;
    }
    boolean nameFollows = cursor.matchAt(NAME, end) != null;
    boolean nameBefore = isName(cursor.wordBefore(cursor.position())) && cursor.at(-1) == ' ';
    int after = point ? end + 1 : end;
    if (nameFollows && !(nameBefore && endsSentence(cursor, after))) {
      return Reading.of(after, doctor ? "Doctor" : "Saint");
    }
    if (nameBefore) {
      return Reading.of(after, doctor ? "Drive" : "Street");
    }
    return doctor && point ? Reading.of(after, "Doctor") : null;
  }

  private static boolean endsSentence(Cursor cursor, int after) {
    return Starters.isStarter(cursor.wordAfter(after));
  }
}
