package myna.narration.speakers;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A word or a mark of a text.
 *
 * @param text without the s of a possessive
 * @param start where it starts
 * @param end where it ends
 * @param opens whether a sentence starts with it
 * @param possessive whether it was "somebody's"
 */
record Token(String text, int start, int end, boolean opens, boolean possessive) {
  private static final Pattern TOKEN =
      Pattern.compile(
          "(?:Mrs?|Ms|Dr|St|Rev|Capt|Col|Prof|Mme)\\.|\\p{L}[\\p{L}\\p{M}]*(?:[’'-]\\p{L}+)*|[^\\s\\p{L}]");

  private static final String MARKS_BEFORE_A_SENTENCE = ".!?:;“”\"…—–‘(";

  /** The tokens of a stretch of text. */
  static List<Token> of(String text, int from, int to) {
    List<Token> tokens = new ArrayList<>();
    Matcher found = TOKEN.matcher(text).region(from, to);
    boolean opens = true;
    while (found.find()) {
      String word = found.group();
      boolean possessive = word.endsWith("’s") || word.endsWith("'s");
      String bare = possessive ? word.substring(0, word.length() - 2) : word;
      tokens.add(new Token(bare, found.start(), found.end(), opens, possessive));
      opens = word.length() == 1 && MARKS_BEFORE_A_SENTENCE.indexOf(word.charAt(0)) >= 0;
    }
    return tokens;
  }

  static List<Token> of(String text) {
    return of(text, 0, text.length());
  }

  boolean isWord() {
    return Character.isLetter(text.charAt(0));
  }

  boolean isCapital() {
    return Character.isUpperCase(text.charAt(0));
  }

  boolean is(String mark) {
    return text.equals(mark);
  }

  /** In small letters, without the dot of an abbreviation. */
  String small() {
    String small = text.toLowerCase(Locale.ROOT);
    return small.length() > 1 && small.endsWith(".")
        ? small.substring(0, small.length() - 1)
        : small;
  }
}
