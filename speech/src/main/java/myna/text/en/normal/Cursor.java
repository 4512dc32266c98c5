package myna.text.en.normal;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A place in a text, with what stands around it. */
final class Cursor {
  /**
   * How far forms are looked for, in characters: it keeps reading linear in the length of any text.
   */
  static final int WINDOW = 200;

  private static final int WORD_WINDOW = 40;

  private final String text;
  private final int limit;
  private final Variety variety;
  private int position;

  Cursor(String text, int start, int limit, Variety variety) {
    this.text = text;
    this.position = start;
    this.limit = limit;
    this.variety = variety;
  }

  String text() {
    return text;
  }

  int position() {
    return position;
  }

  void moveTo(int newPosition) {
    position = newPosition;
  }

  /** End of the stretch being read. */
  int limit() {
    return limit;
  }

  Variety variety() {
    return variety;
  }

  /**
   * A matcher that has matched {@code pattern} at the cursor, or null. Lookaround sees the whole
   * text.
   */
  Matcher match(Pattern pattern) {
    return matchAt(pattern, position);
  }

  /** A matcher that has matched {@code pattern} at {@code at}, or null. */
  Matcher matchAt(Pattern pattern, int at) {
    Matcher matcher = pattern.matcher(text).useTransparentBounds(true).useAnchoringBounds(false);
    matcher.region(at, Math.min(limit, at + WINDOW));
    return matcher.lookingAt() ? matcher : null;
  }

  /** The character {@code offset} places from the cursor, or a line feed outside the text. */
  char at(int offset) {
    return charAt(position + offset);
  }

  /**
   * Whether a digit and one of {@code marks} stand right before the cursor: the middle of a longer
   * number.
   */
  boolean continuesNumber(String marks) {
    return marks.indexOf(at(-1)) >= 0 && Forms.isDigit(at(-2));
  }

  /** The character at {@code index}, or a line feed outside the text. */
  char charAt(int index) {
    return index < 0 || index >= limit ? '\n' : text.charAt(index);
  }

  /**
   * The word that ends right before {@code index} (spaces between allowed), as it is written; empty
   * if none.
   */
  String wordBefore(int index) {
    int end = index;
    while (end > 0 && index - end < 3 && text.charAt(end - 1) == ' ') {
      end--;
    }
    int start = end;
    while (start > 0 && end - start < WORD_WINDOW && isWordPart(text.charAt(start - 1))) {
      start--;
    }
    return text.substring(start, end);
  }

  /** The word before the cursor in lower case. */
  String lowerWordBefore() {
    return wordBefore(position).toLowerCase(Locale.ROOT);
  }

  /**
   * The word that starts at {@code index} (one space before it allowed), as it is written; empty if
   * none.
   */
  String wordAfter(int index) {
    int start = index < limit && text.charAt(index) == ' ' ? index + 1 : index;
    int end = start;
    while (end < limit && end - start < WORD_WINDOW && isWordPart(text.charAt(end))) {
      end++;
    }
    return text.substring(start, end);
  }

  private static boolean isWordPart(char c) {
    return Character.isLetterOrDigit(c) || c == '\'';
  }
}
