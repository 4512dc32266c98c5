package myna.narration.read;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import myna.narration.book.Metadata;

/**
 * What Project Gutenberg puts around a text: a head with title and author, and a licence.
 *
 * @param metadata from the head
 * @param lines of the text itself
 */
record GutenbergFrame(Metadata metadata, List<String> lines) {
  private static final Pattern START =
      Pattern.compile("(?i)\\*\\*\\*\\s*START OF (THE|THIS) PROJECT GUTENBERG.*");

  private static final Pattern END =
      Pattern.compile(
          "(?i)(\\*\\*\\*\\s*END OF (THE|THIS) PROJECT GUTENBERG.*|End of (the )?Project"
              + " Gutenberg'?s? .*)");

  private static final Pattern CREDIT =
      Pattern.compile("(?i)(produced by|e-?text prepared by|transcribed from|this e-?text was).*");

  private static final Pattern ENTRY =
      Pattern.compile("(Title|Author|Language|Release Date|Original Publication):\\s*(.+)");

  /** The text within its frame, or all of it where there is none. */
  static GutenbergFrame remove(List<String> lines) {
    int start = find(lines, START, 0);
    if (start < 0) {
      return new GutenbergFrame(Metadata.UNKNOWN, lines);
    }
    int end = find(lines, END, start + 1);
    List<String> body = lines.subList(start + 1, end < 0 ? lines.size() : end);
    return new GutenbergFrame(metadata(lines.subList(0, start)), withoutCredit(body));
  }

  /** Whether a stretch of text is a part of the frame: it holds one of the frame's marks. */
  static boolean isFrame(String text) {
    List<String> lines = text.lines().toList();
    return find(lines, START, 0) >= 0 || find(lines, END, 0) >= 0;
  }

  /** The first paragraph often says who typed the text. */
  private static List<String> withoutCredit(List<String> lines) {
    int from = 0;
    while (from < lines.size() && lines.get(from).isBlank()) {
      from++;
    }
    if (from < lines.size() && CREDIT.matcher(lines.get(from).strip()).matches()) {
      while (from < lines.size() && !lines.get(from).isBlank()) {
        from++;
      }
    }
    return lines.subList(from, lines.size());
  }

  private static Metadata metadata(List<String> head) {
    String title = "";
    String author = "";
    String language = "";
    for (String line : head) {
      Matcher entry = ENTRY.matcher(line.strip());
      if (entry.matches()) {
        switch (entry.group(1)) {
          case "Title" -> title = Tidy.line(entry.group(2));
          case "Author" -> author = Tidy.line(entry.group(2));
          case "Language" -> language = entry.group(2).startsWith("English") ? "en" : "";
          default -> {}
        }
      }
    }
    return new Metadata(title, author, language, "", "");
  }

  private static int find(List<String> lines, Pattern pattern, int from) {
    for (int i = from; i < lines.size(); i++) {
      if (pattern.matcher(lines.get(i).strip()).matches()) {
        return i;
      }
    }
    return -1;
  }
}
