package myna.cli;

import static org.assertj.core.api.Assertions.assertThat;

import myna.watermark.Detection;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DetectSentenceTest {
  @ParameterizedTest
  @CsvSource({
    "0, 'at most one in a billion recordings'",
    "1e-300, 'at most one in a billion recordings'",
    "1e-9, 'at most one in a billion recordings'",
    "3.1e-8, 'at most one in 32,000,000 recordings'",
    "1e-5, 'at most one in 100,000 recordings'"
  })
  void saysYesWithHowSeldomThatIsWrong(double falseAlarm, String seldom) {
    String sentence = DetectSentence.of(new Detection(8, falseAlarm, 0, 5));
    assertThat(sentence).startsWith("yes: ").contains(seldom);
    assertPlain(sentence);
  }

  @ParameterizedTest
  @CsvSource({"1.1e-5, '90,000'", "3e-4, '3,300'", "0.01, '100'"})
  void saysWhenItIsDoubtful(double falseAlarm, String often) {
    String sentence = DetectSentence.of(new Detection(5, falseAlarm, 0, 5));
    assertThat(sentence)
        .startsWith("perhaps: ")
        .contains("up to one in " + often + " recordings", "at most one in 100,000");
    assertPlain(sentence);
  }

  @ParameterizedTest
  @CsvSource({"0.011", "0.5", "1"})
  void saysNo(double falseAlarm) {
    String sentence = DetectSentence.of(new Detection(3, falseAlarm, 0, 5));
    assertThat(sentence).startsWith("no: there is no mark of Myna");
    assertPlain(sentence);
  }

  @Test
  void saysWhenAPieceIsTooShortForANo() {
    String sentence = DetectSentence.of(new Detection(3, 1, 0, 0.4));
    assertThat(sentence).startsWith("cannot tell: ").contains("0.4 s are too short", "1 s");
    assertPlain(sentence);
    assertThat(DetectSentence.of(new Detection(8, 1e-7, 0, 0.9))).startsWith("yes: ");
  }

  /** One line that nobody needs to be a scientist for. */
  private static void assertPlain(String sentence) {
    assertThat(sentence).doesNotContain("\n", "e-", "e+", "E-", "NaN", "Infinity");
  }
}
