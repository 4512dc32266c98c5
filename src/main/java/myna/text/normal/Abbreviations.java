package myna.text.normal;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Abbreviations of assets/text/abbreviations.tsv, and those whose sense depends on what stands
 * around: Dr., St.
 */
final class Abbreviations implements SemioticClass {
  private static final Pattern WRITTEN = Forms.compile("[A-Za-z]+(?:\\.[A-Za-z]+)*(?:/o?)?");
  private static final Pattern NAME =
      Forms.compile("\\.? (?:\\p{Lu}[\\p{L}']|\\p{Lu}\\. ?)|\\. \\p{Lu}(?![\\p{L}\\p{N}])");
  private static final Pattern NUMBER = Forms.compile("\\.? ?#?(?:\\d|[IVXLC]+\\b)");
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
    for (Entry entry : entries.getOrDefault(written, List.of())) {
      if (agrees(cursor, entry, form.end(), point)) {
        int end = point && !entry.point.equals("no") ? form.end() + 1 : form.end();
        Reading.Speech speech = Reading.speech();
        return (entry.letters ? speech.spell(entry.spoken) : speech.say(entry.spoken)).until(end);
      }
    }
    return null;
  }

  private static boolean agrees(Cursor cursor, Entry entry, int end, boolean point) {
    if (entry.point.equals("yes") && !point) {
      return false;
    }
    return switch (entry.where) {
      case "name" -> cursor.matchAt(NAME, end) != null;
      case "number" -> cursor.matchAt(NUMBER, end) != null;
      case "between" -> !cursor.lowerWordBefore().isEmpty() && !wordBehind(cursor, end).isEmpty();
      case "names" ->
          isName(cursor.wordBefore(cursor.position())) && cursor.matchAt(NAME, end) != null;
      case "after" -> isName(cursor.wordBefore(commaSkipped(cursor))) || cursor.at(-2) == '&';
      default -> true;
    };
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
    boolean doctor = written.equals("Dr");
    if (!doctor && !written.equals("St")) {
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
