package myna.delivery;

import java.util.ArrayList;
import java.util.List;
import myna.speech.SpokenSentence;
import myna.speech.SpokenWord;
import myna.text.Span;

/**
 * A sentence with the times of its words.
 *
 * @param text as it is written, without marks
 * @param words in spoken order; where they stand in the text, and when they are heard
 * @param seconds that the sentence lasts
 */
public record Caption(String text, List<TimedWord> words, double seconds) {
  /** Copies the list. */
  public Caption {
    words = List.copyOf(words);
  }

  /**
   * A word.
   *
   * @param span in the text; what is written as one and said as several has the same for each
   * @param start seconds from the start of the sentence
   * @param end seconds
   */
  public record TimedWord(Span span, double start, double end) {}

  /**
   * The caption of a sentence.
   *
   * @param written the sentence as it stands in its source, marks and all
   * @param start of {@code written} in its source
   * @param words with spans into the source
   * @param seconds that the sentence lasts
   */
  public static Caption of(String written, int start, List<SpokenWord> words, double seconds) {
    ShownText shown = ShownText.of(written);
    List<TimedWord> timed = new ArrayList<>();
    for (SpokenWord word : words) {
      Span span = word.source();
      Span here = new Span(Math.max(0, span.start() - start), Math.max(0, span.end() - start));
      timed.add(new TimedWord(shown.span(here), word.start(), word.end()));
    }
    return new Caption(shown.text(), timed, seconds);
  }

  /**
   * The caption of a spoken sentence.
   *
   * @param written the sentence as it stands in its source
   */
  public static Caption of(SpokenSentence spoken, String written) {
    int start = spoken.sentence().source().start();
    return of(written, start, spoken.words(), spoken.audio().seconds());
  }
}
