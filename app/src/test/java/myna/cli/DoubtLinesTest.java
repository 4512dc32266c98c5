package myna.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import myna.speech.Clarity;
import myna.speech.SpokenWord;
import myna.text.Span;
import org.junit.jupiter.api.Test;

class DoubtLinesTest {
  @Test
  void namesTheWordsOfAShortRun() {
    assertThat(DoubtLines.of(words("clear", "odd!", "odder!", "clear", "last!")))
        .containsExactly(
            "'odd odder' at 1.00 s is hard to make out", "'last' at 4.00 s is hard to make out");
    assertThat(DoubtLines.of(words("all", "clear"))).isEmpty();
  }

  @Test
  void aSentenceThatNobodyUnderstandsIsOneLine() {
    assertThat(DoubtLines.of(words("clear", "a!", "b!", "c!", "d!", "e!", "f!")))
        .singleElement()
        .isEqualTo(
            "nothing from 1.00 s to 7.00 s can be understood; another clip or seed may help");
  }

  /** Words of a second each; those with a mark are doubtful. */
  private static List<SpokenWord> words(String... texts) {
    List<SpokenWord> words = new ArrayList<>();
    for (String text : texts) {
      double start = words.size();
      Clarity clarity = new Clarity(-1, text.endsWith("!"));
      words.add(new SpokenWord(text.replace("!", ""), new Span(0, 1), start, start + 1, clarity));
    }
    return words;
  }
}
