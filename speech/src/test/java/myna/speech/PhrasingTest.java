package myna.speech;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import myna.text.Controls;
import myna.text.Pause;
import myna.text.Span;
import myna.text.Word;
import org.junit.jupiter.api.Test;

class PhrasingTest {
  private static final Rhythm SHORT_PHRASES = new Rhythm(1, 20, 0.5);

  @Test
  void shortSentencesStayWhole() {
    assertThat(phrased("she kept her letters", SHORT_PHRASES)).isEqualTo("she kept her letters");
    assertThat(phrased("word", new Rhythm(1, 1, 0.5))).isEqualTo("word");
  }

  @Test
  void longRunsArePartedWhereReadersPause() {
    assertThat(phrased("she kept all the letters in a wooden box", SHORT_PHRASES))
        .isEqualTo("she kept all the letters, in a wooden box");
    assertThat(
            phrased(
                "nobody could remember when somebody had built the bridge", new Rhythm(1, 30, 0.5)))
        .isEqualTo("nobody could remember, when somebody had built the bridge");
  }

  @Test
  void pausesThatAreThereCount() {
    List<Word> words = words("she kept all her letters in a wooden box");
    words.set(4, ChunkerTest.paused(words.get(4), new Pause(Pause.Kind.CLAUSE, 0.3)));
    assertThat(new Phrasing(new Rhythm(1, 30, 0.5)).phrased(words)).isEqualTo(words);
  }

  @Test
  void usualReadersPauseLessOften() {
    String text = "she kept all the letters in a wooden box";
    assertThat(phrased(text, new Rhythm(1, 40, 0.5))).isEqualTo(text);
  }

  @Test
  void thereAreNeverMorePhrasesThanWords() {
    assertThat(phrased("some words follow here", new Rhythm(1, 1, 0.5)))
        .isEqualTo("some, words, follow, here");
  }

  private static String phrased(String text, Rhythm rhythm) {
    return new Phrasing(rhythm)
        .phrased(words(text)).stream()
            .map(word -> word.spoken() + (word.pauseAfter().seconds() > 0 ? "," : ""))
            .collect(Collectors.joining(" "));
  }

  /** Every letter a phoneme. */
  private static List<Word> words(String text) {
    List<Word> words = new ArrayList<>();
    for (String spoken : text.split(" ", -1)) {
      List<String> phonemes = List.of(spoken.split("", -1));
      words.add(new Word(spoken, new Span(0, 1), phonemes, Pause.NONE, Controls.NONE));
    }
    return words;
  }
}
