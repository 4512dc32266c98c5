package myna.narration.read;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Finds the paragraphs of a plain text, whichever way its author told them apart: by blank lines,
 * by indented first lines, or by ending the line.
 */
final class TextLayout {
  private static final int LONG_LINE = 100;
  private static final double SHORT_LAST_LINE = 0.75;
  private static final Pattern BULLET = Pattern.compile("^[-*•–]\\s+(?=[\\p{L}\\p{N}“\"])");
  private static final Pattern ITEM =
      Pattern.compile("\\s*(\\d{1,2}[.)]|[a-z]\\)|\\([a-z\\d]\\)|[-*•–])\\s+\\S.*");

  /**
   * A paragraph.
   *
   * @param lines as they stand, stripped at the end
   * @param blanksBefore number of blank lines before it
   */
  record Group(List<String> lines, int blanksBefore) {
    Group {
      lines = List.copyOf(lines);
    }
  }

  private final List<Group> groups = new ArrayList<>();
  private final List<String> current = new ArrayList<>();
  private final boolean oneLineEach;
  private final boolean blankLines;
  private final int typicalLength;
  private int blanks;
  private int blanksBefore;

  private TextLayout(List<String> lines) {
    List<Integer> lengths =
        lines.stream().filter(l -> !l.isBlank()).map(String::length).sorted().toList();
    this.typicalLength = lengths.isEmpty() ? 0 : lengths.get(lengths.size() * 9 / 10);
    this.oneLineEach = typicalLength > LONG_LINE;
    long blank = lines.stream().filter(String::isBlank).count();
    this.blankLines = blank * 30 > lines.size();
  }

  static List<Group> paragraphs(List<String> lines) {
    TextLayout layout = new TextLayout(lines);
    for (String line : lines) {
      layout.accept(line.stripTrailing());
    }
    layout.flush();
    return layout.groups;
  }

  private void accept(String line) {
    if (line.isBlank()) {
      flush();
      blanks++;
      return;
    }
    if (startsParagraph(line)) {
      flush();
    }
    if (current.isEmpty()) {
      blanksBefore = blanks;
    }
    blanks = 0;
    current.add(line);
  }

  private boolean startsParagraph(String line) {
    if (current.isEmpty() || oneLineEach) {
      return true;
    }
    String before = current.getLast();
    if (isItem(line) && (isItem(current.getFirst()) || before.endsWith(":"))) {
      return true;
    }
    if (isItem(current.getFirst())) {
      return false;
    }
    if (isIndented(line) && !isIndented(before) && !line.strip().isEmpty()) {
      return Tidy.endsSentence(before) || !blankLines;
    }
    return !blankLines
        && before.length() < SHORT_LAST_LINE * typicalLength
        && Tidy.endsSentence(before);
  }

  private static boolean isItem(String line) {
    return ITEM.matcher(line).matches();
  }

  /** The text of a list's item without the bullet that nobody says. */
  static String withoutBullet(String text) {
    return BULLET.matcher(text).replaceFirst("");
  }

  private static boolean isIndented(String line) {
    return line.startsWith("  ") || line.startsWith("\t") || line.startsWith("\u3000");
  }

  private void flush() {
    if (!current.isEmpty()) {
      groups.add(new Group(current, blanksBefore));
      current.clear();
    }
  }
}
