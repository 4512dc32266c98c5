package myna.text.en.normal;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Two numbers with a dash between them: a range where something says so, else a score or a code
 * whose dash is silent. Several dashes make a code that is read digit by digit.
 */
final class Ranges implements SemioticClass {
  private static final Pattern PAIR =
      Forms.compile(
          "("
              + Forms.NUMBER
              + ")( ?[-–] ?)("
              + Forms.NUMBER
              + ")(?![\\p{L}\\p{N}]|[-–/:.,]\\d|-\\p{L})");
  private static final Pattern JOINED =
      Forms.compile("(\\d{1,4}) ?[-–] ?(?=(\\d{1,4})-\\p{Ll}{3,})");
  private static final Pattern CODE =
      Forms.compile("\\d{1,9}(?:-\\d{1,9}){2,9}(?![\\p{L}\\p{N}-])");
  private static final Pattern RATIO =
      Forms.compile(
          "\\d{1,4}(?::(?:\\d{1,3}(?:,\\d{3}){1,3}|\\d{1,4})){1,3}(?![\\p{L}\\p{N}]|[-–/:.,]\\d)");
  private static final Pattern EQUATION = Forms.compile(" ?= ?");
  private static final Pattern IDIOM = Forms.compile("50-50(?![\\p{L}\\p{N}-])");
  private static final Pattern COUNTED =
      Forms.compile(
          " (?:\\p{Ll}{2,}s|people|men|women|children|percent|per"
              + " cent|million|billion|thousand|hundred|times)\\b");
  private static final Set<String> RANGE_WORDS =
      Set.of(
          "from",
          "between",
          "about",
          "around",
          "approximately",
          "roughly",
          "pages",
          "pp",
          "ages",
          "aged",
          "chapters",
          "verses",
          "lines",
          "nos",
          "numbers",
          "grades",
          "sections",
          "figures",
          "figs",
          "secs",
          "chs",
          "arts",
          "eqs",
          "equations",
          "articles",
          "items",
          "questions",
          "steps",
          "weeks",
          "days",
          "levels",
          "sizes",
          "within",
          "every",
          "takes",
          "last",
          "lasts",
          "take",
          "volumes",
          "vols",
          "issues");

  /** Working hours: open 9-5, a 9-5 job. */
  private static final Pattern HOURS = Forms.compile("(?:[1-9]|1[0-2]) ?[-–] ?(?:[1-9]|1[0-2])");

  private static final Pattern WORK =
      Forms.compile(" (?:job|jobs|shift|shifts|schedule|grind|worker|workday|routine|hours)\\b");
  private static final Pattern AT_WORK =
      Forms.compile(
          "open|opens|closed|work|works|worked|working|hours|weekdays|weekends|daily|shift|shifts"
              + "|(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?s?");
  private static final Pattern ODDS =
      Forms.compile(
          " (?:odds|(?:long"
              + " )?shot|chance|favorite|favourite|underdog|outsider|longshot|bet|against|ratio|margin|majority|vote)\\b");
  private static final Pattern BETTING =
      Forms.compile("odds|odds of|at odds of|chances|bet|bets|ratio|ratio of|priced");

  @Override
  public boolean startsWith(char first) {
    return Forms.isDigit(first) || first == '.';
  }

  @Override
  public Reading read(Cursor cursor) {
    if (Character.isLetterOrDigit(cursor.at(-1)) || cursor.continuesNumber("-–/.,:")) {
      return null;
    }
    Matcher code = cursor.match(CODE);
    if (code != null) {
      return digits(code);
    }
    Matcher joined = cursor.match(JOINED);
    if (joined != null && Integer.parseInt(joined.group(1)) < Integer.parseInt(joined.group(2))) {
      return Reading.of(joined.end(), NumberWords.cardinal(joined.group(1)) + " to");
    }
    Matcher idiom = cursor.match(IDIOM);
    if (idiom != null) {
      return Reading.of(idiom.end(), "fifty fifty");
    }
    Matcher ratio = cursor.match(RATIO);
    if (ratio != null) {
      return ratio(ratio);
    }
    Matcher pair = cursor.match(PAIR);
    if (pair == null) {
      return null;
    }
    String from = number(pair.group(1));
    String to = number(pair.group(3));
    boolean equation = pair.group(2).length() == 3 && cursor.matchAt(EQUATION, pair.end()) != null;
    String joint =
        equation ? "minus" : isTo(cursor, pair) || isRange(cursor, pair) ? joint(cursor) : "-";
    return Reading.of(pair.end(), from + " " + joint + " " + to);
  }

  private static Reading ratio(Matcher form) {
    Reading.Speech speech = Reading.speech();
    String joint = "";
    for (String term : form.group().split(":", -1)) {
      speech.say(joint).say(NumberWords.cardinal(term.replace(",", "")));
      joint = "to";
    }
    return speech.until(form.end());
  }

  private static Reading digits(Matcher code) {
    Reading.Speech speech = Reading.speech();
    for (String group : code.group().split("-", -1)) {
      speech.say(NumberWords.digits(group) + ",");
    }
    return speech.withoutLastComma().until(code.end());
  }

  private static String number(String written) {
    boolean year = written.matches("1[1-9]\\d\\d|20\\d\\d");
    return year ? NumberWords.year(Integer.parseInt(written)) : NumberWords.decimal(written);
  }

  /** Hours of work, or odds: pairs that are joined by "to" though they need not rise. */
  private static boolean isTo(Cursor cursor, Matcher pair) {
    boolean colon = cursor.at(-1) == ' ' && cursor.at(-2) == ':';
    String before =
        colon
            ? cursor.wordBefore(cursor.position() - 2).toLowerCase(Locale.ROOT)
            : subjectBefore(cursor);
    boolean hours =
        HOURS.matcher(pair.group()).matches()
            && (AT_WORK.matcher(before).matches() || cursor.matchAt(WORK, pair.end()) != null);
    return hours
        || BETTING.matcher(before).matches()
        || (!isScore(before) && cursor.matchAt(ODDS, pair.end()) != null);
  }

  /** The word before, or the one before a verb or "of": the odds were 3-1, odds of 3-1. */
  private static String subjectBefore(Cursor cursor) {
    String before = wordBefore(cursor);
    boolean joint = before.matches("are|were|is|was|of|at");
    return joint
        ? cursor.wordBefore(cursor.position() - before.length() - 1).toLowerCase(Locale.ROOT)
        : before;
  }

  private static boolean isRange(Cursor cursor, Matcher pair) {
    String before = wordBefore(cursor);
    if (pair.group(2).contains("–") && !pair.group(2).contains(" ")) {
      return !isScore(before);
    }
    boolean rising =
        Double.parseDouble(bare(pair.group(1))) < Double.parseDouble(bare(pair.group(3)));
    return rising
        && !isScore(before)
        && (RANGE_WORDS.contains(before) || cursor.matchAt(COUNTED, pair.end()) != null);
  }

  /** The word before, also where it is abbreviated with a point. */
  private static String wordBefore(Cursor cursor) {
    boolean point = cursor.at(-1) == ' ' && cursor.at(-2) == '.';
    int end = point ? cursor.position() - 2 : cursor.position();
    return cursor.wordBefore(end).toLowerCase(Locale.ROOT);
  }

  private static boolean isScore(String before) {
    return before.matches(
        "won|win|wins|beat|lost|lose|loss|lead|led|leads|victory|defeat|draw|drew|score|scored|tie|tied|record|ahead");
  }

  private static String bare(String number) {
    return number.replace(",", "");
  }

  private static String joint(Cursor cursor) {
    return cursor.lowerWordBefore().equals("between") ? "and" : "to";
  }
}
