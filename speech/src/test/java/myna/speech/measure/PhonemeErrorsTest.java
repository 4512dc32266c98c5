package myna.speech.measure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import myna.text.Controls;
import myna.text.Pause;
import myna.text.Span;
import myna.text.Word;
import org.junit.jupiter.api.Test;

class PhonemeErrorsTest {
  private final List<Word> words =
      List.of(word("B", "AA1", "T"), word("S", "IY1"), word("K", "AA1", "D", "Z"));

  @Test
  void nothingIsWrongWithWhatIsHeardExactly() {
    assertThat(heard("B AA T S IY K AA D Z")).isEqualTo(new PhonemeErrors(0, 9, 0, 3));
  }

  @Test
  void oneOfThreePhonemesMayBeWrong() {
    assertThat(heard("B AO T S IY K AA D Z")).isEqualTo(new PhonemeErrors(1, 9, 0, 3));
    assertThat(heard("B AA T S AA K AA D Z")).isEqualTo(new PhonemeErrors(1, 9, 1, 3));
    assertThat(heard("P AO T S IY K AA D Z")).isEqualTo(new PhonemeErrors(2, 9, 1, 3));
  }

  @Test
  void blamesWhatIsMissingAndWhatIsTooMuch() {
    assertThat(heard("B AA T K AA D Z")).isEqualTo(new PhonemeErrors(2, 9, 1, 3));
    assertThat(heard("B AA T S IY S IY K AA D Z")).isEqualTo(new PhonemeErrors(2, 9, 1, 3));
    assertThat(heard("")).isEqualTo(new PhonemeErrors(9, 9, 3, 3));
  }

  @Test
  void addsUp() {
    PhonemeErrors both = heard("").plus(heard("B AA T S IY K AA D Z"));
    assertThat(both.phonemeRate()).isEqualTo(0.5);
    assertThat(both.wordRate()).isEqualTo(0.5);
    assertThat(PhonemeErrors.NONE.phonemeRate()).isZero();
  }

  private PhonemeErrors heard(String phonemes) {
    return PhonemeErrors.of(
        words, phonemes.isEmpty() ? List.of() : List.of(phonemes.split(" ", -1)));
  }

  private static Word word(String... phonemes) {
    return new Word("word", new Span(0, 4), List.of(phonemes), Pause.NONE, Controls.NONE);
  }
}
