package myna.text.en;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Locale;
import myna.text.Pause;
import myna.text.Sentence;
import myna.text.Span;
import myna.text.Word;
import myna.text.en.normal.Spoken;
import myna.text.en.normal.Token;
import myna.text.en.pronounce.Context;
import myna.text.en.pronounce.Neighbours;
import myna.text.en.pronounce.Pronouncer;
import myna.text.en.segment.Block;
import myna.text.en.segment.PausePlan;
import myna.text.en.segment.PhraseBreaks;
import myna.text.marks.Styles;
import myna.text.source.SourceText;

/** Turns the tokens of one sentence into words with phonemes and pauses; used once. */
final class SentenceBuilder {
  private static final double GROUP_PAUSE = 0.15; // between the groups of a telephone number, s
  private static final int SHOUTED_WORDS = 2;

  private final SourceText source;
  private final List<Token> tokens;
  private final Pronouncer pronouncer;
  private final PhraseBreaks phraseBreaks;
  private final Styles styles;
  private final List<Word> words = new ArrayList<>();
  private final Neighbours neighbours;
  private final boolean shouted;

  SentenceBuilder(
      SourceText source,
      Styles styles,
      List<Token> tokens,
      Pronouncer pronouncer,
      PhraseBreaks phraseBreaks) {
    this.source = source;
    this.styles = styles;
    this.tokens = tokens;
    this.pronouncer = pronouncer;
    this.phraseBreaks = phraseBreaks;
    this.shouted = isShouted();
    this.neighbours = Neighbours.of(wordsAndMarks());
  }

  private List<String> wordsAndMarks() {
    List<String> all = new ArrayList<>(tokens.size());
    for (Token token : tokens) {
      if (token.kind() == Token.Kind.PUNCTUATION) {
        all.add(source.text().substring(token.start(), token.end()));
      }
      for (Spoken spoken : token.words()) {
        all.add(spoken.text().toLowerCase(Locale.ROOT));
      }
    }
    return all;
  }

  /** Whether all its words are in capitals, so that they say nothing about a single one. */
  private boolean isShouted() {
    int capitals = 0;
    for (Token token : tokens) {
      if (token.kind() == Token.Kind.WORD && token.end() - token.start() > 1) {
        if (!Pronouncer.isCapitals(source.text().substring(token.start(), token.end()))) {
          return false;
        }
        capitals++;
      }
    }
    return capitals >= SHOUTED_WORDS;
  }

  /** The sentence, or null if nothing in it can be said; {@code last} if it ends its block. */
  Sentence build(Block block, boolean last) {
    int silent = 0; // first token after the last one that was said
    int place = 0; // in the context
    for (int i = 0; i < tokens.size(); i++) {
      Token token = tokens.get(i);
      int before = words.size();
      if (addWords(token, place)) {
        join(before, PausePlan.between(source, tokens, silent, i));
        silent = i + 1;
      }
      place += token.kind() == Token.Kind.PUNCTUATION ? 1 : token.words().size();
    }
    if (words.isEmpty()) {
      return null;
    }
    breathe();
    link();
    Span span = source.source(tokens.getFirst().start(), tokens.getLast().end());
    Pause asked = PausePlan.between(source, tokens, silent, tokens.size());
    Pause pause = asked.kind() == Pause.Kind.EXPLICIT ? asked : PausePlan.after(block, last);
    return new Sentence(span, words, pause, block.heading());
  }

  /** Says the end of each word as what follows asks for it. */
  private void link() {
    for (int i = 0; i < words.size(); i++) {
      Word word = words.get(i);
      boolean pause = word.pauseAfter().kind() != Pause.Kind.NONE;
      boolean vowel =
          !pause && i + 1 < words.size() && Pronouncer.startsWithVowel(words.get(i + 1).phonemes());
      List<String> phonemes = pronouncer.joined(word.phonemes(), vowel);
      if (!phonemes.equals(word.phonemes())) {
        words.set(i, word.withPhonemes(phonemes));
      }
    }
  }

  /** Puts short pauses into long runs of words. */
  private void breathe() {
    BitSet breaks = phraseBreaks.after(words);
    for (int i = breaks.nextSetBit(0); i >= 0; i = breaks.nextSetBit(i + 1)) {
      words.set(i, words.get(i).withPause(PhraseBreaks.breath()));
    }
  }

  private boolean addWords(Token token, int place) {
    int before = words.size();
    Span span = following(source.source(token.start(), token.end()));
    for (int i = 0; i < token.words().size(); i++) {
      Spoken spoken = token.words().get(i);
      List<String> phonemes =
          pronouncer.phonemes(spoken, new Context(neighbours, place + i, form(spoken)));
      if (!phonemes.isEmpty()) {
        Pause pause = spoken.comma() ? new Pause(Pause.Kind.COMMA, GROUP_PAUSE) : Pause.NONE;
        words.add(new Word(spoken.text(), span, phonemes, pause, styles.at(span.start())));
      }
    }
    return words.size() > before;
  }

  private Context.Form form(Spoken spoken) {
    String text = spoken.text();
    if (!shouted && Pronouncer.isCapitals(text)) {
      return Context.Form.CAPITALS;
    }
    return Character.isUpperCase(text.codePointAt(0))
        ? Context.Form.CAPITALIZED
        : Context.Form.SMALL;
  }

  /** Puts the pause between the word at {@code next} and the one before it. */
  private void join(int next, Pause pause) {
    if (next == 0) {
      return;
    }
    Word before = words.get(next - 1);
    if (pause.kind() != Pause.Kind.NONE) {
      words.set(next - 1, before.withPause(pause));
    } else if (before.spoken().equalsIgnoreCase("the")
        && Pronouncer.startsWithVowel(words.get(next).phonemes())) {
      words.set(next - 1, before.withPhonemes(Pronouncer.THE_BEFORE_VOWEL));
    }
  }

  /** Two words from one character, such as a ligature, share its span; spans never go back. */
  private Span following(Span span) {
    if (words.isEmpty()) {
      return span;
    }
    Span before = words.getLast().source();
    return span.end() <= before.end() ? before : span.after(before.end());
  }
}
