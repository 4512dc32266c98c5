package myna.narration.read;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Gathers the text of a block, with the line breaks that the page asks for. */
final class LineBuffer {
  private static final String RAISED = "⁰¹²³⁴⁵⁶⁷⁸⁹";
  private static final Pattern NOTE_POSITION =
      Pattern.compile(".*(\\p{L}{4,}|[.,;:!?…”’\"')\\]])$");
  private static final Pattern NOTE_MARK = Pattern.compile("\\d{1,3}|[*†‡§¶]+");
  private static final Pattern SIGNED = Pattern.compile("[-−+]\\d+");
  private static final int VERSE_LINE = 25;
  private static final int LONGEST_VERSE_LINE = 75;

  private final StringBuilder text = new StringBuilder();
  private boolean raised;
  private boolean preformatted;

  void append(String more) {
    if (preformatted) {
      text.append(more);
    } else {
      text.append(raised ? raise(more) : more.replace('\n', ' ').replace('\r', ' '));
    }
  }

  /** The line breaks of the text itself count. */
  void preformatted(boolean on) {
    preformatted = on;
  }

  boolean isPreformatted() {
    return preformatted;
  }

  void breakLine() {
    text.append('\n');
  }

  /** Parts the cells of a table as a reader would. */
  void nextCell() {
    String before = Tidy.line(text);
    if (!before.isEmpty()) {
      text.setLength(text.toString().stripTrailing().length());
      text.append(Tidy.endsWithPunctuation(before) ? " " : ", ");
    }
  }

  /** Whether digits are raised: "10" and "6" is a power, not 106. */
  void raise(boolean on) {
    raised = on;
  }

  /**
   * Whether raised letters that come next are the mark of a note, which stands after a word, and no
   * power, which stands after a unit or number.
   */
  boolean isNoteMark(String mark) {
    return NOTE_MARK.matcher(Tidy.line(mark)).matches()
        && NOTE_POSITION.matcher(Tidy.line(text)).matches();
  }

  /** The text as one line, its parts told apart by stops; leaves nothing behind. */
  List<String> takeHeading() {
    String whole = "";
    for (String part : lines()) {
      whole = Tidy.joinHeadings(whole, part);
    }
    text.setLength(0);
    return List.of(whole);
  }

  /**
   * The text as the lines to be spoken by themselves; leaves nothing behind. A line that goes on in
   * the next, by its words or as verse does, is joined to it.
   */
  List<String> takeLines() {
    List<String> lines = lines();
    text.setLength(0);
    boolean verse = isVerse(lines);
    List<String> joined = new ArrayList<>();
    StringBuilder current = new StringBuilder();
    for (String next : lines) {
      boolean goesOn = verse || goesOn(current, next);
      if (!current.isEmpty() && !goesOn) {
        joined.add(current.toString());
        current.setLength(0);
      }
      current.append(current.isEmpty() ? "" : " ").append(next);
    }
    joined.add(current.toString());
    return joined;
  }

  private List<String> lines() {
    return text.toString().lines().map(Tidy::line).filter(line -> !line.isEmpty()).toList();
  }

  private static boolean goesOn(CharSequence before, String next) {
    return !before.isEmpty()
        && !Tidy.endsSentence(before)
        && (Character.isLowerCase(next.codePointAt(0)) || Tidy.endsWithPunctuation(before));
  }

  private static boolean isVerse(List<String> lines) {
    double mean = lines.stream().mapToInt(String::length).average().orElse(0);
    return lines.size() >= 3
        && mean >= VERSE_LINE
        && lines.stream().allMatch(line -> line.length() <= LONGEST_VERSE_LINE);
  }

  private static String raise(String digits) {
    StringBuilder up = new StringBuilder();
    boolean signed = SIGNED.matcher(digits.strip()).matches();
    for (int i = 0; i < digits.length(); i++) {
      char c = digits.charAt(i);
      boolean digit = c >= '0' && c <= '9';
      up.append(digit ? RAISED.charAt(c - '0') : signed ? (c == '+' ? '⁺' : '⁻') : c);
    }
    return up.toString();
  }
}
