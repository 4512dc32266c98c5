package myna.text.en.segment;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Cuts a text into paragraphs, headings and list items.
 *
 * <p>An empty line ends a paragraph. A line break inside one is a mere space, as in text wrapped at
 * some column, unless the line is a heading, the next one starts a list item, or the line is short,
 * lacks a final mark and the next one starts with a capital.
 */
public final class Blocks {
  private static final int SHORT_LINE = 50;
  private static final int HEADING_LENGTH = 80;
  private static final Pattern ITEM =
      Pattern.compile(
          "\\s{0,8}(?:[-*•‣◦–]\\s|\\(?(?:\\d{1,3}|[a-zA-Z]|[ivx]{1,4})[.)]\\s).*", Pattern.DOTALL);
  private static final Pattern MARKDOWN_HEADING =
      Pattern.compile("\\s{0,3}#{1,6}\\s.*", Pattern.DOTALL);
  private static final Pattern NUMBERED_HEADING =
      Pattern.compile(
          "\\s*(?:chapter|part|book|section|act|scene|canto|prologue|epilogue|preface|introduction|appendix|contents)"
              + "(?:\\s+(?:[ivxlcdm]+|\\d+|[a-z]+))?\\s*[.:]?\\s*",
          Pattern.CASE_INSENSITIVE);

  private Blocks() {}

  /** The blocks of {@code text}, none of them empty. */
  public static List<Block> of(String text) {
    List<Block> blocks = new ArrayList<>();
    int start = 0;
    while (start < text.length()) {
      int end = paragraphEnd(text, start);
      addParagraph(text, start, solidEnd(text, start, end), blocks);
      start = end;
    }
    return blocks;
  }

  /** Index after the paragraph that starts at {@code from}: the next empty line or the end. */
  private static int paragraphEnd(String text, int from) {
    int line = from;
    while (line < text.length()) {
      int feed = text.indexOf('\n', line);
      if (feed < 0) {
        return text.length();
      }
      int next = feed + 1;
      int at = next;
      while (at < text.length()
          && text.charAt(at) != '\n'
          && Character.isWhitespace(text.charAt(at))) {
        at++;
      }
      if (at >= text.length() || text.charAt(at) == '\n') {
        return Math.min(text.length(), at + 1);
      }
      line = next;
    }
    return text.length();
  }

  private static int solidEnd(String text, int start, int end) {
    int at = end;
    while (at > start && Character.isWhitespace(text.charAt(at - 1))) {
      at--;
    }
    return at;
  }

  private static void addParagraph(String text, int start, int end, List<Block> blocks) {
    int blockStart = start;
    int line = start;
    int first = blocks.size();
    while (line < end) {
      int feed = text.indexOf('\n', line);
      int lineEnd = feed < 0 || feed >= end ? end : feed;
      int next = Math.min(end, lineEnd + 1);
      if (next >= end || endsBlock(text, line, lineEnd, next, end)) {
        boolean alone = blockStart == start && next >= end && line == blockStart;
        add(text, blockStart, lineEnd, alone, blocks);
        blockStart = next;
      }
      line = next;
    }
    if (blocks.size() > first) {
      Block last = blocks.removeLast();
      blocks.add(new Block(last.start(), last.end(), last.heading(), true));
    }
  }

  private static boolean endsBlock(String text, int start, int end, int next, int limit) {
    int nextEnd = text.indexOf('\n', next);
    CharSequence nextLine =
        text.subSequence(
            next, Math.min(limit, Math.min(next + HEADING_LENGTH, nextEnd < 0 ? limit : nextEnd)));
    String line = text.substring(start, Math.min(end, start + HEADING_LENGTH + 1)).strip();
    if (ITEM.matcher(nextLine).matches() || isHeading(line)) {
      return true;
    }
    String following = nextLine.toString().strip();
    boolean open = !line.isEmpty() && ".!?:;,-–—…".indexOf(line.charAt(line.length() - 1)) < 0;
    return line.length() < SHORT_LINE
        && open
        && !following.isEmpty()
        && (Character.isUpperCase(following.charAt(0)) || Character.isDigit(following.charAt(0)));
  }

  private static boolean isHeading(String line) {
    return line.length() <= HEADING_LENGTH
        && (MARKDOWN_HEADING.matcher(line).matches() || NUMBERED_HEADING.matcher(line).matches());
  }

  private static void add(String text, int start, int end, boolean alone, List<Block> blocks) {
    int from = start;
    int to = end;
    while (from < to && Character.isWhitespace(text.charAt(from))) {
      from++;
    }
    while (to > from && Character.isWhitespace(text.charAt(to - 1))) {
      to--;
    }
    if (from < to) {
      String line = to - from <= HEADING_LENGTH ? text.substring(from, to) : "";
      boolean heading = !line.isEmpty() && (isHeading(line) || (alone && isTitle(line)));
      blocks.add(new Block(from, to, heading, false));
    }
  }

  /** A line alone in its paragraph that ends with no mark and starts with a capital. */
  private static boolean isTitle(String line) {
    return line.indexOf('\n') < 0
        && Character.isUpperCase(line.codePointAt(0))
        && Character.isLetterOrDigit(line.charAt(line.length() - 1))
        && line.length() > 1;
  }
}
