package myna.text.en.segment;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import myna.text.en.normal.Starters;
import myna.text.en.normal.Token;
import myna.text.source.Atom;
import myna.text.source.SourceText;

/**
 * Finds where sentences end among the tokens of a block.
 *
 * <p>A point that belongs to a number, an abbreviation or an address was read with it and ends
 * nothing, except an abbreviation before a capitalized word that starts sentences. Marks before a
 * small letter end nothing either.
 */
public final class SentenceBreaks {
  private static final Set<String> SPEECH =
      Set.of(
          "said",
          "says",
          "asked",
          "replied",
          "answered",
          "cried",
          "shouted",
          "whispered",
          "exclaimed",
          "murmured",
          "muttered",
          "added",
          "called",
          "continued",
          "began",
          "demanded",
          "declared",
          "remarked",
          "observed",
          "returned",
          "repeated",
          "sighed",
          "laughed",
          "yelled",
          "screamed",
          "insisted",
          "explained",
          "interrupted");
  private static final String FINAL = ".!?…。！？‽";
  private static final String CLOSING = "\"')]}»”’";
  private static final String OPENING = "\"'([{«“‘";

  private final SourceText source;
  private final String text;
  private final List<Token> tokens;

  public SentenceBreaks(SourceText source, List<Token> tokens) {
    this.source = source;
    this.text = source.text();
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
    if (at == i && !isForced(i, i + 1)) {
      return i;
    }
    while (at < tokens.size()
        && (isSilent(at) || (touches(at) && (isMark(at, CLOSING) || isMark(at, FINAL))))) {
      at++;
    }
    return at;
  }

  /** Whether the token stands for a pause, for the end of a sentence or for a note. */
  private boolean isSilent(int index) {
    Token token = tokens.get(index);
    return (token.kind() == Token.Kind.ATOM && token.words().isEmpty()) || isNote(index);
  }

  /** Whether the token is the mark of a note, right behind what it belongs to. */
  private boolean isNote(int index) {
    Token token = tokens.get(index);
    return token.kind() == Token.Kind.READING && token.words().isEmpty() && touches(index);
  }

  private boolean isForced(int from, int to) {
    for (int i = from; i < to; i++) {
      if (source.atom(tokens.get(i).start()) instanceof Atom.SentenceEnd) {
        return true;
      }
    }
    return false;
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
    if (isForced(from, next)) {
      return true;
    }
    if (touches(next) && !isMark(next - 1, "。！？")) {
      return isGluedSentence(next);
    }
    if (isLabel(from)) {
      return false;
    }
    Token following = nextWord(next);
    if (following == null) {
      return true;
    }
    int c = text.codePointAt(following.start());
    if (isPointed(tokens.get(from)) && isSilentBetween(from + 1, next)) {
      if (isNeverLast(tokens.get(from))) {
        return false;
      }
      return following.kind() == Token.Kind.WORD && Starters.isStarter(firstWord(following));
    }
    if (Character.isLowerCase(c) || isNeverLast(tokens.get(from))) {
      return false;
    }
    boolean hesitation = isEllipsis(from) && firstWord(following).equals("I");
    return !hesitation && !isAttribution(next);
  }

  /** The number or letter before an item of a list: "1." or "a)". */
  private boolean isLabel(int from) {
    boolean pointed = isPointed(tokens.get(from));
    int label = pointed ? from : from - 1;
    if (label != 0 || tokens.size() < 3) {
      return false;
    }
    int length = tokens.get(0).end() - tokens.get(0).start();
    boolean number = Character.isDigit(text.charAt(tokens.get(0).start())) && length <= 3;
    return (number || length <= (pointed ? 2 : 1))
        && text.charAt(tokens.get(from).end() - 1) == '.';
  }

  private boolean isEllipsis(int from) {
    int at = tokens.get(from).start();
    return text.charAt(at) == '…' || text.startsWith("...", at);
  }

  /** Whether a speaker follows the closing quotation mark before {@code next}: "Go!" Tom said. */
  private boolean isAttribution(int next) {
    if (!isMark(next - 1, "\"'”’»") || next + 1 >= tokens.size()) {
      return false;
    }
    for (int i = next; i < Math.min(tokens.size(), next + 4); i++) {
      if (tokens.get(i).kind() == Token.Kind.PUNCTUATION) {
        return false;
      }
      if (i > next && SPEECH.contains(firstWord(tokens.get(i)))) {
        return true;
      }
    }
    return false;
  }

  /** Abbreviations that something always follows. */
  private boolean isNeverLast(Token token) {
    return token.kind() == Token.Kind.READING && Starters.isNeverLast(firstWord(token));
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

  private boolean isSilentBetween(int from, int to) {
    for (int i = from; i < to; i++) {
      if (!isSilent(i)) {
        return false;
      }
    }
    return true;
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
