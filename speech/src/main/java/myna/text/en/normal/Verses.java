package myna.text.en.normal;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Places in scripture: John 3:16, 1 Cor. 13:4-7, Gen. 1:1. */
final class Verses implements SemioticClass {
  private static final Pattern VERSE =
      Forms.compile("(\\d{1,3}):(\\d{1,3})(?: ?[-–] ?(\\d{1,3}))?(?![\\p{L}\\p{N}:]|\\.\\d)");

  /** Books of which there are several. */
  private static final String NUMBERED =
      "Sam(?:uel)?|Kings|Kgs|Chron(?:icles)?|Chr|Cor(?:inthians)?|Thess(?:alonians)?|Tim(?:othy)?"
          + "|Pet(?:er)?|John|Jn|Macc(?:abees)?|Esdras";

  /** Shortened titles that mean nothing else, so that a chapter alone is enough. */
  private static final String UNMISTAKABLE =
      "Psa?|Deut|Exod|Lev|Isa|Ezek|Rom|Cor|Thess|Eccl|Prov|Eph|Heb|Sam|Kgs|Chron|Chr|Zech|Macc|Tim|Pet";

  private static final String[] ORDINALS = {"First", "Second", "Third"};

  private final Map<String, String> shortened = new HashMap<>();
  private final Set<String> books = new HashSet<>();
  private final Pattern title; // a shortened title before chapter and verse
  private final Pattern number; // 1 to 3 before a title
  private final Pattern numeral; // I to III before a title

  Verses() {
    for (String[] row : Facts.table("scripture.tsv", 2)) {
      books.add(row[1]);
      if (!row[0].equals("-")) {
        shortened.put(row[0], row[1]);
        books.add(row[0]);
      }
    }
    String all = books.stream().sorted().collect(Collectors.joining("|"));
    String some = shortened.keySet().stream().sorted().collect(Collectors.joining("|"));
    title =
        Forms.compile(
            "(" + some + ")\\.?(?= \\d{1,3}:\\d)|(" + UNMISTAKABLE + ")\\.?(?= \\d{1,3}\\b)");
    number =
        Forms.compile(
            "([1-3])(?= (?:"
                + all
                + ")\\.? \\d{1,3}:\\d| (?:"
                + NUMBERED
                + ")\\.? \\d{1,3}(?![\\p{L}\\p{N}]))");
    numeral =
        Forms.compile(
            "(?:(I{2,3})(?= (?:" + NUMBERED + ")\\b)|(I)(?= (?:" + NUMBERED + ")\\.? \\d))");
  }

  @Override
  public boolean startsWith(char first) {
    return Forms.isDigit(first) || (first >= 'A' && first <= 'Z');
  }

  @Override
  public Reading read(Cursor cursor) {
    if (Character.isLetterOrDigit(cursor.at(-1))) {
      return null;
    }
    if (!Forms.isDigit(cursor.at(0))) {
      Matcher ordinal = cursor.at(0) == 'I' ? cursor.match(numeral) : null;
      if (ordinal != null) {
        return Reading.of(ordinal.end(), ORDINALS[ordinal.group().length() - 1]);
      }
      String word = cursor.wordAfter(cursor.position());
      Matcher name = shortened.containsKey(word) ? cursor.match(title) : null;
      return name == null
          ? null
          : Reading.of(name.end(), shortened.get(name.group().replace(".", "")));
    }
    Matcher before = cursor.match(number);
    if (before != null) {
      return Reading.of(before.end(), ORDINALS[before.group().charAt(0) - '1']);
    }
    Matcher form = books.contains(bookBefore(cursor)) ? cursor.match(VERSE) : null;
    return form == null ? null : verse(form);
  }

  private static String bookBefore(Cursor cursor) {
    boolean point = cursor.at(-1) == ' ' && cursor.at(-2) == '.';
    return cursor.wordBefore(point ? cursor.position() - 2 : cursor.position());
  }

  private static Reading verse(Matcher form) {
    Reading.Speech speech = Reading.speech();
    speech.say(NumberWords.cardinal(form.group(1))).say(NumberWords.cardinal(form.group(2)));
    if (form.group(3) != null) {
      speech.say("to").say(NumberWords.cardinal(form.group(3)));
    }
    return speech.until(form.end());
  }
}
