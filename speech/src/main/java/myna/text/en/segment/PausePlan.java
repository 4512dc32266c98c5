package myna.text.en.segment;

import java.util.List;
import myna.text.Pause;
import myna.text.en.normal.Token;
import myna.text.source.Atom;
import myna.text.source.SourceText;

/**
 * How long to pause, in seconds at normal speed, for the punctuation between two words and at the
 * ends of sentences.
 */
public final class PausePlan {
  private static final double COMMA = 0.20;
  private static final double CLAUSE = 0.35;
  private static final double SENTENCE = 0.55;
  private static final double PARAGRAPH = 0.90;
  private static final double HEADING = 1.20;
  private static final String CLAUSE_MARKS = ";:—–…()[]{}!?.";

  private PausePlan() {}

  /** The pause for the marks and punctuation from {@code from} to {@code to} inside a sentence. */
  public static Pause between(SourceText source, List<Token> tokens, int from, int to) {
    Pause pause = Pause.NONE;
    double silence = 0;
    boolean explicit = false;
    for (int i = from; i < to; i++) {
      if (source.atom(tokens.get(i).start()) instanceof Atom.Silence(double seconds)) {
        explicit = true;
        silence += seconds;
        continue;
      }
      Pause mark = forMark(source.text(), tokens.get(i));
      if (mark.kind().compareTo(pause.kind()) > 0) {
        pause = mark;
      }
    }
    return explicit ? new Pause(Pause.Kind.EXPLICIT, silence) : pause;
  }

  private static Pause forMark(String text, Token token) {
    char c = text.charAt(token.start());
    if (c == ',' || c == '،' || c == '、') {
      return new Pause(Pause.Kind.COMMA, COMMA);
    }
    boolean dash = c == '-' && isAlone(text, token);
    boolean rangeDash = c == '–' && !isAlone(text, token);
    if (dash || (CLAUSE_MARKS.indexOf(c) >= 0 && !rangeDash)) {
      return new Pause(Pause.Kind.CLAUSE, CLAUSE);
    }
    return Pause.NONE;
  }

  private static boolean isAlone(String text, Token token) {
    return token.start() > 0
        && !Character.isLetterOrDigit(text.charAt(token.start() - 1))
        && token.end() < text.length()
        && !Character.isLetterOrDigit(text.charAt(token.end()));
  }

  /** The pause after a sentence; {@code last} if a block ends with it. */
  public static Pause after(Block block, boolean last) {
    if (!last) {
      return new Pause(Pause.Kind.SENTENCE, SENTENCE);
    }
    if (block.heading()) {
      return new Pause(Pause.Kind.HEADING, HEADING);
    }
    return block.paragraphEnd()
        ? new Pause(Pause.Kind.PARAGRAPH, PARAGRAPH)
        : new Pause(Pause.Kind.SENTENCE, SENTENCE);
  }
}
