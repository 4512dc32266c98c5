package myna.text;

import java.util.List;
import java.util.stream.Stream;

/**
 * Makes text of one language ready to be spoken. Implementations are immutable and safe for use by
 * several threads; each language has a package of its own.
 */
public interface TextFrontEnd {
  /** This front end with another source of pronunciations for unknown words; costs nothing. */
  TextFrontEnd withLearned(GraphemeToPhoneme learned);

  /** Sentences, words, phonemes and pauses of a text, and what was wrong with its marks. */
  Analysis analyze(String text);

  /** The sentences of a text one after another, each paragraph analyzed when it is reached. */
  Stream<Sentence> sentences(String text);

  /**
   * What the reader of a text should know before it is spoken: that it is in another language, that
   * its encoding is broken, that many of its words are in no lexicon. At most one of each kind.
   */
  List<Notice> notices(String text);

  /** What is wrong with the marks of a text. */
  List<Problem> problems(String text);

  /** The text written out as it is said; what is said as it is written stays as it is, marks go. */
  String normalize(String text);

  /** What in a text is not said as it is written, in order. */
  List<Expansion> expansions(String text);
}
