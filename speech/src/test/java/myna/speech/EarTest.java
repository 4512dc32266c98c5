package myna.speech;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import myna.text.Controls;
import myna.text.Pause;
import myna.text.Span;
import myna.text.Word;
import org.junit.jupiter.api.Test;

class EarTest {
  private static final List<String> SYMBOLS =
      List.of("sil", "AA0", "AA1", "B", "D", "IY1", "K", "S", "T");

  private final Ear ear = new Ear(SYMBOLS, 3);
  private final List<Word> words =
      List.of(word("B", "AA1", "T"), word("S", "IY1"), word("K", "AA1", "D"));

  @Test
  void hearsWhatWasSaid() {
    double[] scores = ear.scores(words, heard("sil B AA1 T sil S IY1 K AA1 D sil", 3));
    assertThat(scores).containsOnly(0);
    assertThat(ear.heard(heard("sil B AA1 T sil S IY1 K AA0 D sil", 2)))
        .containsExactly("B", "AA", "T", "S", "IY", "K", "AA", "D");
  }

  @Test
  void stressIsNotJudged() {
    assertThat(ear.scores(words, heard("B AA0 T S IY1 K AA0 D", 2))).containsOnly(0);
  }

  @Test
  void findsAWordThatWasLeftOut() {
    double[] scores = ear.scores(words, heard("sil B AA1 T sil K AA1 D sil", 4));
    assertThat(scores[1]).isLessThan(-2);
    assertThat(scores[0]).isGreaterThan(-2);
  }

  @Test
  void findsAWordThatWasGarbled() {
    double[] scores = ear.scores(words, heard("sil B AA1 T sil T K sil K AA1 D sil", 4));
    assertThat(scores[1]).isLessThan(-2);
    assertThat(scores[0]).isGreaterThan(-2);
  }

  @Test
  void findsAWordThatWasSaidTwice() {
    double[] scores = ear.scores(words, heard("sil B AA1 T sil S IY1 S IY1 sil K AA1 D sil", 4));
    assertThat(Arrays.stream(scores).min().orElseThrow()).isLessThan(-1.5);
  }

  @Test
  void survivesFewerFramesThanPhonemes() {
    assertThat(ear.scores(words, heard("B AA1", 1))).hasSize(3).contains(Ear.UNHEARD);
  }

  /** Posteriors that are sure of these symbols. */
  private static float[] heard(String symbols, int framesEach) {
    List<Integer> ids = new ArrayList<>();
    for (String symbol : List.of(symbols.split(" ", -1))) {
      for (int i = 0; i < framesEach; i++) {
        ids.add(SYMBOLS.indexOf(symbol));
      }
    }
    float[] posteriors = new float[ids.size() * SYMBOLS.size()];
    Arrays.fill(posteriors, -8);
    for (int t = 0; t < ids.size(); t++) {
      posteriors[t * SYMBOLS.size() + ids.get(t)] = -0.01f;
    }
    return posteriors;
  }

  private static Word word(String... phonemes) {
    return new Word("word", new Span(0, 4), List.of(phonemes), Pause.NONE, Controls.NONE);
  }
}
