package myna.text.en;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;
import myna.text.Analysis;
import myna.text.Expansion;
import myna.text.GraphemeToPhoneme;
import myna.text.Notice;
import myna.text.Problem;
import myna.text.Sentence;
import myna.text.TextFrontEnd;
import myna.text.TextSettings;
import myna.text.en.normal.Normalizer;
import myna.text.en.normal.Token;
import myna.text.en.normal.Tokenizer;
import myna.text.en.normal.Variety;
import myna.text.en.pronounce.Lexicon;
import myna.text.en.pronounce.Pronouncer;
import myna.text.en.segment.Block;
import myna.text.en.segment.Blocks;
import myna.text.en.segment.PhraseBreaks;
import myna.text.en.segment.SentenceBreaks;
import myna.text.marks.Markup;
import myna.text.marks.Styles;
import myna.text.source.SourceText;

/** Makes English text ready to be spoken. Immutable; safe for use by several threads. */
public final class EnglishFrontEnd implements TextFrontEnd {
  private final Tokenizer tokenizer;
  private final Pronouncer pronouncer;
  private final PhraseBreaks phraseBreaks;

  /** A front end; making one reads the lexicon, so keep it. */
  public EnglishFrontEnd(TextSettings settings) {
    boolean british = settings.locale().getCountry().equals("GB");
    Lexicon lexicon = Lexicon.english();
    tokenizer =
        new Tokenizer(
            british ? Variety.GB : Variety.US, lexicon::frequencyClass, settings.lexicons());
    pronouncer = new Pronouncer(lexicon, settings.learned(), british);
    phraseBreaks = new PhraseBreaks();
  }

  private EnglishFrontEnd(Tokenizer tokenizer, Pronouncer pronouncer, PhraseBreaks phraseBreaks) {
    this.tokenizer = tokenizer;
    this.pronouncer = pronouncer;
    this.phraseBreaks = phraseBreaks;
  }

  /** Whether the lexicon lists a word, in small letters; asking for this reads it, so keep it. */
  public static Predicate<String> listedWords() {
    return Lexicon.english()::contains;
  }

  @Override
  public EnglishFrontEnd withLearned(GraphemeToPhoneme learned) {
    return new EnglishFrontEnd(tokenizer, pronouncer.withLearned(learned), phraseBreaks);
  }

  @Override
  public Analysis analyze(String text) {
    Markup markup = Markup.of(text);
    return new Analysis(sentences(text, markup).toList(), markup.problems());
  }

  @Override
  public Stream<Sentence> sentences(String text) {
    return sentences(text, Markup.of(text));
  }

  @Override
  public List<Notice> notices(String text) {
    return new Examiner(tokenizer, pronouncer::knows).notices(text);
  }

  @Override
  public List<Problem> problems(String text) {
    return Markup.of(text).problems();
  }

  @Override
  public String normalize(String text) {
    Markup markup = Markup.of(text);
    SourceText source = SourceText.of(text, markup.pieces());
    List<Token> tokens = tokenizer.tokens(source, 0, source.text().length());
    return Normalizer.write(source.isWhole() ? text : null, source, tokens);
  }

  @Override
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
