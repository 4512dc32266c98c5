package myna.text.segment;

import java.util.ArrayList;
import java.util.List;
import myna.text.normal.Starters;
import myna.text.normal.Token;

/**
 * Finds where sentences end among the tokens of a block.
 *
 * <p>A point that belongs to a number, an abbreviation or an address was read with it and ends
 * nothing, except an abbreviation before a capitalized word that starts sentences. Marks before a
 * small letter end nothing either.
 */
public final class SentenceBreaks {
  private static final String FINAL = ".!?…。！？‽";
  private static final String CLOSING = "\"')]}»”’";
  private static final String OPENING = "\"'([{«“‘";

  private final String text;
  private final List<Token> tokens;

  public SentenceBreaks(String text, List<Token> tokens) {
    this.text = text;
    this.tokens = tokens;
  }

  /** For each sentence the index after its last token. */
  public List<Integer> ends() {
    List<Integer> ends = new ArrayList<>();
    int i = 0;
    while (i < tokens.size()) {
      int after = afterFinal(i);
      if (after > i && after < tokens.size() && mayEnd(i, after)) {
        ends.add(after);
      }
      i = Math.max(after, i + 1);
    }
    if (ends.isEmpty() || ends.getLast() < tokens.size()) {
      ends.add(tokens.size());
    }
    return ends;
  }

  /**
   * Index after the final marks, and the closing marks after them, that start at token {@code i};
   * {@code i} if none.
   */
  private int afterFinal(int i) {
    int at = i;
    if (isPointed(tokens.get(i))) {
      at++;
    }
    while (at < tokens.size() && isMark(at, FINAL) && (at == i || touches(at))) {
      at++;
    }
    if (at == i) {
      return i;
    }
    while (at < tokens.size() && touches(at) && (isMark(at, CLOSING) || isMark(at, FINAL))) {
      at++;
    }
    return at;
  }

  private boolean isPointed(Token token) {
    return token.kind() == Token.Kind.READING && text.charAt(token.end() - 1) == '.';
  }

  private boolean isMark(int index, String marks) {
    Token token = tokens.get(index);
    return token.kind() == Token.Kind.PUNCTUATION && marks.indexOf(text.charAt(token.start())) >= 0;
  }

  private boolean touches(int index) {
    return index > 0 && tokens.get(index - 1).end() == tokens.get(index).start();
  }

  private boolean mayEnd(int from, int next) {
    if (touches(next)) {
      return isGluedSentence(next);
    }
    Token following = nextWord(next);
    if (following == null) {
      return true;
    }
    int c = text.codePointAt(following.start());
    if (isPointed(tokens.get(from)) && next == from + 1) {
      return Starters.isStarter(firstWord(following));
    }
    return !Character.isLowerCase(c);
  }

  /** "end.Next" without a space: a small letter before, a capital after. */
  private boolean isGluedSentence(int next) {
    Token after = tokens.get(next);
    Token before = next >= 2 ? tokens.get(next - 2) : null;
    return after.kind() == Token.Kind.WORD
        && after.end() - after.start() > 1
        && before != null
        && before.kind() == Token.Kind.WORD
        && before.end() - before.start() > 1
        && isMark(next - 1, FINAL)
        && Character.isUpperCase(text.charAt(after.start()))
        && Character.isLowerCase(text.charAt(before.end() - 1));
  }

  private Token nextWord(int from) {
    for (int i = from; i < tokens.size() && i < from + 4; i++) {
      if (!isMark(i, OPENING)) {
        return tokens.get(i);
      }
    }
    return null;
  }

  private String firstWord(Token token) {
    return text.substring(token.start(), token.end());
  }
}
