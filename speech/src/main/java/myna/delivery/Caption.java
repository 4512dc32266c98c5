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
   * @param words with spans that count from the start of {@code written}
   */
  public static Caption of(String written, List<TimedWord> words, double seconds) {
    ShownText shown = ShownText.of(written);
    List<TimedWord> moved = new ArrayList<>();
    for (TimedWord word : words) {
      moved.add(new TimedWord(shown.span(word.span()), word.start(), word.end()));
    }
    return new Caption(shown.text(), moved, seconds);
  }

  /**
   * The caption of a spoken sentence.
   *
   * @param written the sentence as it stands in its source
   */
  public static Caption of(SpokenSentence spoken, String written) {
    int offset = spoken.sentence().source().start();
    List<TimedWord> words = new ArrayList<>();
    for (SpokenWord word : spoken.words()) {
      Span span = word.source();
      Span here = new Span(Math.max(0, span.start() - offset), Math.max(0, span.end() - offset));
      words.add(new TimedWord(here, word.start(), word.end()));
    }
    return of(written, words, spoken.audio().seconds());
  }
}
