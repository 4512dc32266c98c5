package myna.text;

import java.util.ArrayList;
import java.util.List;
import myna.text.normal.Spoken;
import myna.text.normal.Token;
import myna.text.pronounce.Pronouncer;
import myna.text.segment.Block;
import myna.text.segment.PausePlan;
import myna.text.source.SourceText;

/** Turns the tokens of one sentence into words with phonemes and pauses. */
final class SentenceBuilder {
  private final SourceText source;
  private final List<Token> tokens;
  private final Pronouncer pronouncer;
  private final List<Word> words = new ArrayList<>();

  SentenceBuilder(SourceText source, List<Token> tokens, Pronouncer pronouncer) {
    this.source = source;
    this.tokens = tokens;
    this.pronouncer = pronouncer;
  }

  /** The sentence, or null if nothing in it can be said; {@code last} if it ends its block. */
  Sentence build(Block block, boolean last) {
    int silent = 0; // first token after the last one that was said
    for (int i = 0; i < tokens.size(); i++) {
      if (addWords(tokens.get(i), silent, i)) {
        silent = i + 1;
      }
    }
    if (words.isEmpty()) {
      return null;
    }
    Span span = source.source(tokens.getFirst().start(), tokens.getLast().end());
    return new Sentence(span, words, PausePlan.after(block, last), block.heading());
  }

  /** Two words from one character, such as a ligature, share its span; spans never go back. */
  private Span following(Span span) {
    if (words.isEmpty()) {
      return span;
    }
    Span before = words.getLast().source();
    return span.end() <= before.end() ? before : span.after(before.end());
  }

  private boolean addWords(Token token, int silent, int index) {
    int before = words.size();
    Span span = following(source.source(token.start(), token.end()));
    for (Spoken spoken : token.words()) {
      List<String> phonemes = pronouncer.phonemes(spoken);
      if (!phonemes.isEmpty()) {
        words.add(new Word(spoken.text(), span, phonemes, Pause.NONE, Controls.NONE));
      }
    }
    boolean said = words.size() > before;
    if (said && before > 0) {
      Pause pause = PausePlan.between(source.text(), tokens, silent, index);
      words.set(before - 1, words.get(before - 1).withPause(pause));
    }
    return said;
  }
}
