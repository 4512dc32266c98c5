package myna.text.en.normal;

import java.util.List;
import myna.text.Span;
import myna.text.source.SourceText;

/** Writes a text out as it is said; what is said as it is written is copied. */
public final class Normalizer {
  private static final int LONGEST_STARTER = 12;

  private Normalizer() {}

  /**
   * A text with the readings among its tokens put in; without spaces at either end.
   *
   * @param original the text as it was given, or null to copy from the cleaned one, as is needed
   *     where marks were taken out
   */
  public static String write(String original, SourceText source, List<Token> tokens) {
    String text = original == null ? source.text() : original;
    StringBuilder out = new StringBuilder(text.length() + 16);
    int copied = 0;
    boolean spoken = false; // whether a reading was written last
    for (int i = 0; i < tokens.size(); i++) {
      Token token = tokens.get(i);
      Span span =
          original == null
              ? new Span(token.start(), token.end())
              : source.source(token.start(), token.end());
      span = span.after(copied);
      if (token.kind() == Token.Kind.READING || token.kind() == Token.Kind.ATOM) {
        out.append(text, copied, span.start());
        separate(out, token.words());
        appendWords(out, token.words());
        copied = span.end();
        out.append(endsSentence(source.text(), tokens, i) ? "." : "");
        spoken = !token.words().isEmpty();
      } else {
        out.append(text, copied, span.start());
        boolean comma = spoken && source.text().charAt(token.start()) == ',';
        separateFrom(out, spoken, token);
        out.append(text, span.start(), span.end());
        copied = span.end();
        boolean letterNext = copied < text.length() && Character.isLetter(text.charAt(copied));
        out.append(comma && letterNext ? " " : "");
        spoken = false;
      }
    }
    return out.append(text, copied, text.length()).toString().strip();
  }

  private static void appendWords(StringBuilder out, List<Spoken> words) {
    for (int i = 0; i < words.size(); i++) {
      boolean comma = words.get(i).comma() && i < words.size() - 1;
      out.append(i == 0 ? "" : " ").append(words.get(i).text()).append(comma ? "," : "");
    }
  }

  /** Whether the point of an abbreviation ends a sentence as well, so that it must stay. */
  private static boolean endsSentence(String text, List<Token> tokens, int index) {
    Token token = tokens.get(index);
    int end = token.end();
    if (index + 1 < tokens.size() && tokens.get(index + 1).kind() == Token.Kind.READING) {
      return false;
    }
    if (end + 1 >= text.length() || text.charAt(end - 1) != '.' || text.charAt(end) != ' ') {
      return false;
    }
    int last = end + 1;
    while (last < text.length()
        && last - end < LONGEST_STARTER
        && Character.isLetter(text.charAt(last))) {
      last++;
    }
    return Starters.isStarter(text.substring(end + 1, last))
        && !Starters.isNeverLast(text.substring(token.start(), end));
  }

  /** A reading stands apart from letters, digits, commas and sentence ends before it. */
  private static void separate(StringBuilder out, List<Spoken> words) {
    if (words.isEmpty() || out.isEmpty()) {
      return;
    }
    char last = out.charAt(out.length() - 1);
    if (Character.isLetterOrDigit(last) || ",;:.!?…".indexOf(last) >= 0) {
      out.append(' ');
    }
  }

  /** A word right behind a reading stands apart from it. */
  private static void separateFrom(StringBuilder out, boolean spoken, Token token) {
    boolean word = token.kind() == Token.Kind.WORD;
    if (spoken
        && word
        && !out.isEmpty()
        && Character.isLetterOrDigit(out.charAt(out.length() - 1))) {
      out.append(' ');
    }
  }
}
