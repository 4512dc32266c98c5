package myna.narration.read;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What plain texts write between the words and nobody says: italics, notes, pages, pictures. */
final class TextMarks {
  private static final Pattern ITALIC =
      Pattern.compile("(?<![\\p{L}\\p{N}_])_([^_]+)_(?![\\p{L}\\p{N}_])");
  private static final Pattern PICTURE =
      Pattern.compile("\\[(Illustration|Frontispiece|Decoration)[^\\]]*\\]");
  private static final Pattern PAGE =
      Pattern.compile("(?i)\\[(pg|page|p\\.)\\s*[\\divxlc]+\\]|\\{\\s*[\\divxlc]{1,4}\\s*\\}");

  private static final Pattern REFERENCE = Pattern.compile("(?<=\\S)\\s?\\[(\\d{1,3}|[A-Z*†‡])\\]");
  private static final Pattern NOTE =
      Pattern.compile(
          "(?s)\\[Footnote[^:\\]]*:\\s*(.*?)\\]?|(?:\\[(?:\\d{1,3}|[A-Z*†‡])\\]|\\[\\^[^\\]]+\\]:)\\s+(.*)");

  private TextMarks() {}

  /** The text without marks. */
  static String strip(String text) {
    String plain = PAGE.matcher(PICTURE.matcher(text).replaceAll(" ")).replaceAll(" ");
    return Tidy.line(ITALIC.matcher(REFERENCE.matcher(plain).replaceAll("")).replaceAll("$1"));
  }

  /** What a paragraph says if it is a footnote, otherwise "". */
  static String note(String text) {
    Matcher note = NOTE.matcher(text);
    if (!note.matches()) {
      return "";
    }
    return strip(note.group(1) != null ? note.group(1) : note.group(2));
  }
}
