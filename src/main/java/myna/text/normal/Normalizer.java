package myna.text.normal;

import java.util.List;

/** Writes a text out as it is said; what is said as it is written is copied. */
public final class Normalizer {
  private Normalizer() {}

  /**
   * The text from {@code start} to {@code end} with its readings put in; without spaces at either
   * end.
   */
  public static String write(String text, int start, int end, List<Token> tokens) {
    StringBuilder out = new StringBuilder(end - start + 16);
    int copied = start;
    for (Token token : tokens) {
      boolean reading = token.kind() == Token.Kind.READING;
      if (!reading) {
        continue;
      }
      out.append(text, copied, token.start());
      separate(out, !token.words().isEmpty());
      appendWords(out, token.words());
      copied = token.end();
      if (copied < end && needsSpace(out, text.charAt(copied))) {
        out.append(' ');
      }
    }
    return out.append(text, Math.min(copied, end), end).toString().strip();
  }

  private static void appendWords(StringBuilder out, List<Spoken> words) {
    for (int i = 0; i < words.size(); i++) {
      out.append(i == 0 ? "" : " ").append(words.get(i).text());
    }
  }

  /** A reading stands apart from letters, digits, commas and sentence ends before it. */
  private static void separate(StringBuilder out, boolean hasWords) {
    if (!hasWords || out.isEmpty()) {
      return;
    }
    char last = out.charAt(out.length() - 1);
    if (Character.isLetterOrDigit(last) || ",;:.!?".indexOf(last) >= 0) {
      out.append(' ');
    }
  }

  private static boolean needsSpace(StringBuilder out, char next) {
    return !out.isEmpty()
        && Character.isLetterOrDigit(next)
        && Character.isLetterOrDigit(out.charAt(out.length() - 1));
  }
}
