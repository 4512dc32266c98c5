package myna.text;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import myna.text.normal.Normalizer;
import myna.text.normal.Token;
import myna.text.normal.Tokenizer;
import myna.text.normal.Variety;
import myna.text.pronounce.Lexicon;
import myna.text.pronounce.Pronouncer;
import myna.text.segment.Block;
import myna.text.segment.Blocks;
import myna.text.segment.SentenceBreaks;
import myna.text.source.SourceText;

/** Makes English text ready to be spoken. Immutable; safe for use by several threads. */
public final class TextFrontEnd {
  private final Tokenizer tokenizer;
  private final Pronouncer pronouncer;

  /** A front end; opening one reads the lexicon, so keep it. */
  public TextFrontEnd(TextSettings settings) {
    boolean british = settings.locale().getCountry().equals("GB");
    Lexicon lexicon = Lexicon.english();
    tokenizer = new Tokenizer(british ? Variety.GB : Variety.US, lexicon::frequencyClass);
    pronouncer = new Pronouncer(lexicon, settings.learned(), british);
  }

  /** Sentences, words, phonemes and pauses of a text, and what was wrong with its marks. */
  public Analysis analyze(String text) {
    return new Analysis(sentences(text).toList(), List.of());
  }

  /** The sentences of a text one after another, each paragraph analyzed when it is reached. */
  public Stream<Sentence> sentences(String text) {
    SourceText source = SourceText.of(text);
    return Blocks.of(source.text()).stream().flatMap(block -> sentences(source, block).stream());
  }

  /**
   * The text written out as it is said, in one line; what is said as it is written stays as it is.
   */
  public String normalize(String text) {
    SourceText source = SourceText.of(text);
    List<Token> tokens = tokenizer.tokens(source.text(), 0, source.text().length());
    return Normalizer.write(text, source, tokens);
  }

  private List<Sentence> sentences(SourceText source, Block block) {
    List<Token> tokens = tokenizer.tokens(source.text(), block.start(), block.end());
    List<Sentence> sentences = new ArrayList<>();
    int from = 0;
    for (int to : new SentenceBreaks(source.text(), tokens).ends()) {
      Sentence sentence =
          new SentenceBuilder(source, tokens.subList(from, to), pronouncer)
              .build(block, to == tokens.size());
      if (sentence != null) {
        sentences.add(sentence);
      }
      from = to;
    }
    return sentences;
  }
}
