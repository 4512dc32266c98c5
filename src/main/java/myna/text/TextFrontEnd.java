package myna.text;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import myna.text.marks.Markup;
import myna.text.marks.Styles;
import myna.text.normal.Normalizer;
import myna.text.normal.Token;
import myna.text.normal.Tokenizer;
import myna.text.normal.Variety;
import myna.text.pronounce.Lexicon;
import myna.text.pronounce.Pronouncer;
import myna.text.segment.Block;
import myna.text.segment.Blocks;
import myna.text.segment.PhraseBreaks;
import myna.text.segment.SentenceBreaks;
import myna.text.source.SourceText;

/** Makes English text ready to be spoken. Immutable; safe for use by several threads. */
public final class TextFrontEnd {
  private final Tokenizer tokenizer;
  private final Pronouncer pronouncer;
  private final PhraseBreaks phraseBreaks;

  /** A front end; making one reads the lexicon, so keep it. */
  public TextFrontEnd(TextSettings settings) {
    boolean british = settings.locale().getCountry().equals("GB");
    Lexicon lexicon = Lexicon.english();
    tokenizer =
        new Tokenizer(
            british ? Variety.GB : Variety.US, lexicon::frequencyClass, settings.lexicons());
    pronouncer = new Pronouncer(lexicon, settings.learned(), british);
    phraseBreaks = new PhraseBreaks();
  }

  private TextFrontEnd(Tokenizer tokenizer, Pronouncer pronouncer, PhraseBreaks phraseBreaks) {
    this.tokenizer = tokenizer;
    this.pronouncer = pronouncer;
    this.phraseBreaks = phraseBreaks;
  }

  /** This front end with another source of pronunciations for unknown words; costs nothing. */
  public TextFrontEnd withLearned(GraphemeToPhoneme learned) {
    return new TextFrontEnd(tokenizer, pronouncer.withLearned(learned), phraseBreaks);
  }

  /** Sentences, words, phonemes and pauses of a text, and what was wrong with its marks. */
  public Analysis analyze(String text) {
    Markup markup = Markup.of(text);
    return new Analysis(sentences(text, markup).toList(), markup.problems());
  }

  /** The sentences of a text one after another, each paragraph analyzed when it is reached. */
  public Stream<Sentence> sentences(String text) {
    return sentences(text, Markup.of(text));
  }

  /**
   * What the reader of a text should know before it is spoken: that it is not English, that its
   * encoding is broken, that many of its words are in no lexicon. At most one of each kind.
   */
  public List<Notice> notices(String text) {
    return new Examiner(tokenizer, pronouncer::knows).notices(text);
  }

  /** What is wrong with the marks of a text. */
  public static List<Problem> problems(String text) {
    return Markup.of(text).problems();
  }

  /** The text written out as it is said; what is said as it is written stays as it is, marks go. */
  public String normalize(String text) {
    Markup markup = Markup.of(text);
    SourceText source = SourceText.of(text, markup.pieces());
    List<Token> tokens = tokenizer.tokens(source, 0, source.text().length());
    return Normalizer.write(source.isWhole() ? text : null, source, tokens);
  }

  /** What in a text is not said as it is written, in order. */
  public List<Expansion> expansions(String text) {
    SourceText source = SourceText.of(text, Markup.of(text).pieces());
    List<Expansion> expansions = new ArrayList<>();
    for (Token token : tokenizer.tokens(source, 0, source.text().length())) {
      if (token.kind() == Token.Kind.READING || token.kind() == Token.Kind.ATOM) {
        expansions.add(new Expansion(source.source(token.start(), token.end()), token.spoken()));
      }
    }
    return expansions;
  }

  private Stream<Sentence> sentences(String text, Markup markup) {
    SourceText source = SourceText.of(text, markup.pieces());
    return Blocks.of(source.text()).stream()
        .flatMap(block -> sentences(source, markup.styles(), block).stream());
  }

  private List<Sentence> sentences(SourceText source, Styles styles, Block block) {
    List<Token> tokens = tokenizer.tokens(source, block.start(), block.end());
    List<Sentence> sentences = new ArrayList<>();
    int from = 0;
    for (int to : new SentenceBreaks(source, tokens).ends()) {
      SentenceBuilder builder =
          new SentenceBuilder(source, styles, tokens.subList(from, to), pronouncer, phraseBreaks);
      Sentence sentence = builder.build(block, to == tokens.size());
      if (sentence != null) {
        sentences.add(sentence);
      }
      from = to;
    }
    return sentences;
  }
}
