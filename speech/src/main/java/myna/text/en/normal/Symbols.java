package myna.text.en.normal;

import java.util.HashMap;
import java.util.Map;

/**
 * Single signs that are said: &amp;, @, %, +, mathematical signs, Greek letters. Most are said only
 * beside words.
 */
final class Symbols implements SemioticClass {
  private static final int VARIATION = 0xFE0F;

  private final Map<Integer, String> names = new HashMap<>(); // always said
  private final Map<Integer, String> operators = new HashMap<>(); // said between operands

  Symbols() {
    for (String[] row : Facts.table("symbols.tsv", 3)) {
      (row[2].equals("operator") ? operators : names).put(row[0].codePointAt(0), row[1]);
    }
  }

  /** What a sign is called in a network or file address; empty if it is passed over. */
  static String nameInAddress(char c) {
    return switch (c) {
      case '.' -> "dot";
      case '/' -> "slash";
      case '\\' -> "backslash";
      case ':' -> "colon";
      case '-' -> "dash";
      case '_' -> "underscore";
      case '@' -> "at";
      case '#' -> "hash";
      case '?' -> "question mark";
      case '=' -> "equals";
      case '&' -> "and";
      case '+' -> "plus";
      case '%' -> "percent";
      case '~' -> "tilde";
      case ',' -> "comma";
      default -> "";
    };
  }

  @Override
  public boolean startsWith(char first) {
    return !Character.isLetterOrDigit(first) || first >= 0x370;
  }

  @Override
  public Reading read(Cursor cursor) {
    int c = cursor.text().codePointAt(cursor.position());
    int end = cursor.position() + Character.charCount(c);
    String name = names.get(c);
    if (name == null && operators.containsKey(c)) {
      name = operatorName(cursor, c);
    }
    if (name == null && c == '-' && isGrade(cursor)) {
      name = "minus";
    }
    if (name == null && c == '#') {
      name = hashName(cursor);
    }
    if (name == null) {
      return null;
    }
    while (end < cursor.limit() && cursor.text().charAt(end) == VARIATION) {
      end++;
    }
    return Reading.of(Math.min(end, cursor.limit()), name);
  }

  /**
   * A sign that is said only between two things that are said, or right behind a letter, as in C++.
   */
  private String operatorName(Cursor cursor, int c) {
    boolean wordBefore = isOperand(cursor.at(-1)) || cursor.at(-1) == c;
    boolean wordAfter = isOperand(cursor.at(1)) || cursor.at(1) == c;
    boolean spaced =
        cursor.at(-1) == ' '
            && cursor.at(1) == ' '
            && isOperand(cursor.at(-2))
            && isOperand(cursor.at(2));
    boolean said =
        switch (c) {
          case '+' -> wordBefore || wordAfter || spaced;
          case '=', '<', '>' -> spaced || (isOperand(cursor.at(-1)) && isOperand(cursor.at(1)));
          case '*' -> spaced || (Forms.isDigit(cursor.at(-1)) && Forms.isDigit(cursor.at(1)));
          case '^', '_', '\\', '|' -> isOperand(cursor.at(-1)) && isOperand(cursor.at(1));
          case '~' -> Forms.isDigit(cursor.at(1)) || cursor.at(1) == '$';
          case '/' -> Forms.isDigit(cursor.at(-1));
          default -> true;
        };
    boolean product = c == '*' && spaced;
    boolean range = c == '~' && Forms.isDigit(cursor.at(-1));
    return said ? product ? "times" : range ? "to" : operators.get(c) : null;
  }

  /** #5 is a number, C# a note or a language, all else between words a hash. */
  private static String hashName(Cursor cursor) {
    char before = cursor.at(-1);
    char after = cursor.at(1);
    if (Forms.isDigit(after)) {
      return "number";
    }
    boolean note = before >= 'A' && before <= 'G' && !Character.isLetterOrDigit(cursor.at(-2));
    if (note && !Character.isLetterOrDigit(after)) {
      return "sharp";
    }
    return Character.isLetterOrDigit(before) || Character.isLetterOrDigit(after) ? "hash" : null;
  }

  /** A mark at school: A-, B-. */
  private static boolean isGrade(Cursor cursor) {
    boolean letter = cursor.at(-1) >= 'A' && cursor.at(-1) <= 'F';
    boolean alone =
        !Character.isLetterOrDigit(cursor.at(-2)) && cursor.at(-2) != '-' && cursor.at(-2) != '\'';
    char next = cursor.at(1);
    return letter && alone && (Character.isWhitespace(next) || ".,;!?)\"".indexOf(next) >= 0);
  }

  private static boolean isOperand(char c) {
    return Character.isLetterOrDigit(c) || "().-$€£¥²³".indexOf(c) >= 0;
  }
}
