package myna.narration.read;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** Tells the headings of a plain text from its paragraphs. */
final class TextHeadings {
  private static final String NUMBER =
      "([ivxlc]+|\\d+|the (first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|last)"
          + "|first|second|third|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve"
          + "|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen|(twenty|thirty|forty"
          + "|fifty)([- ](one|two|three|four|five|six|seven|eight|nine))?)";

  private static final Pattern PART =
      Pattern.compile("(?i)(part|book|volume|vol\\.)\\s+" + NUMBER + "\\b.{0,80}");

  private static final Pattern CHAPTER =
      Pattern.compile(
          "(?i)(chapter|chap\\.|letter|canto|scene|act|stave|section)\\s+"
              + NUMBER
              + "\\b.{0,100}");

  private static final Pattern NAMED =
      Pattern.compile(
          "(?i)(prologue|epilogue|preface|foreword|afterword|introduction|contents|table of"
              + " contents|conclusion|appendix|notes|footnotes|dedication)\\.?");

  private static final Pattern NUMERAL = Pattern.compile("([IVXLC]+|\\d{1,3})\\.?");
  private static final int LONGEST = 80;
  private static final int MOST_LINES = 4;

  private TextHeadings() {}

  /** 1 for parts, 2 for chapters, 3 for what else looks like a heading, 0 for what does not. */
  static int level(TextLayout.Group group) {
    String first = group.lines().getFirst().strip();
    if (group.lines().size() > MOST_LINES || first.length() > LONGEST || isList(group.lines())) {
      return 0;
    }
    if (PART.matcher(first).matches() && !endsLikeText(group)) {
      return 1;
    }
    if (CHAPTER.matcher(first).matches() && !endsLikeText(group)) {
      return 2;
    }
    if (NAMED.matcher(first).matches() || (group.lines().size() == 1 && isNumeral(first))) {
      return 2;
    }
    return isLoud(group) ? 3 : 0;
  }

  /**
   * The lines with headings set apart that stand at the top of their text without a blank line:
   * "CHAPTER ONE", and "It was night." right below it.
   */
  static List<String> apart(List<String> lines) {
    List<String> apart = new ArrayList<>();
    boolean inHeading = false;
    for (int i = 0; i < lines.size(); i++) {
      String line = lines.get(i);
      if (inHeading && !isLoud(line)) {
        apart.add("");
        inHeading = false;
      }
      boolean begins = i == 0 || lines.get(i - 1).isBlank() || Tidy.endsSentence(lines.get(i - 1));
      if (begins && i + 1 < lines.size() && heads(line, lines.get(i + 1))) {
        apart.add("");
        inHeading = true;
      }
      apart.add(line);
    }
    return apart;
  }

  private static boolean heads(String line, String next) {
    String text = line.strip();
    boolean numbered = CHAPTER.matcher(text).matches() || PART.matcher(text).matches();
    return numbered
        && text.length() <= LONGEST
        && !next.isBlank()
        && !Character.isLowerCase(next.strip().codePointAt(0))
        && !endsLikeText(new TextLayout.Group(List.of(text), 0));
  }

  private static boolean isLoud(String line) {
    return line.equals(line.toUpperCase(Locale.ROOT)) && line.length() <= LONGEST;
  }

  /** Whether a line is nothing but a number. */
  static boolean isNumeral(String line) {
    return NUMERAL.matcher(line).matches();
  }

  /** Whether a group right after a chapter's number is its title. */
  static boolean isSubtitle(TextLayout.Group group) {
    String text = String.join(" ", group.lines()).strip();
    return group.lines().size() <= 2
        && text.length() <= LONGEST
        && !text.matches(".*[,;:]")
        && !text.matches("[\"“‘'].*")
        && (!text.endsWith(".") || text.equals(text.toUpperCase(Locale.ROOT)))
        && Character.isUpperCase(text.codePointAt(0));
  }

  /** Lines that are each a heading: a table of contents. */
  static boolean isList(List<String> lines) {
    return lines.size() > 2
        && lines.stream()
            .map(String::strip)
            .allMatch(line -> CHAPTER.matcher(line).matches() || PART.matcher(line).matches());
  }

  /** A sentence that only begins as a heading does: "Part one of the plan was simple." */
  private static boolean endsLikeText(TextLayout.Group group) {
    String text = String.join(" ", group.lines()).strip();
    boolean sentence =
        text.matches(".*[a-z].*\\s.*[,;]|.*\\p{L}{2,}[.!?]") && text.matches(".*\\s[a-z]+\\s.*");
    return sentence && !text.matches("(?i)\\S+\\s+\\S+[.:—–-].*");
  }

  /** Capitals only, apart from its surroundings. */
  private static boolean isLoud(TextLayout.Group group) {
    String text = String.join(" ", group.lines()).strip();
    long letters = text.chars().filter(Character::isLetter).count();
    return letters > 2
        && group.blanksBefore() > 1
        && text.length() <= LONGEST
        && text.equals(text.toUpperCase(Locale.ROOT))
        && !text.matches(".*[,;!?\"”’]");
  }
}
