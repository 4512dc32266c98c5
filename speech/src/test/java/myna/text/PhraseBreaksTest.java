package myna.text;

import static org.assertj.core.api.Assertions.assertThat;

import myna.text.en.EnglishFrontEnd;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Where a reader breathes in long runs of words; a bar stands for a breath. */
class PhraseBreaksTest {
  private static final int ENOUGH = 100_000;

  private final TextFrontEnd frontEnd = new EnglishFrontEnd(TextSettings.DEFAULT);

  @ParameterizedTest
  @ValueSource(
      strings = {
        "She walked slowly along the narrow path behind the church | and looked at the stones |"
            + " with the names of people nobody remembered.",
        "I do not know | whether he will come before the end of the week | because his mother is"
            + " still in hospital.",
        "When the rain stopped | we went out into the garden to see | what the storm had left of"
            + " the roses | and the young apple trees.",
        "He gave me $2,345 | and told me never to come back to his house again.",
        "The letter arrived on a cold morning in spring | after the snow had gone from the hills."
      })
  void aLongRunIsPartedAtPhrases(String marked) {
    assertThat(withBreaths(marked.replace("| ", ""))).isEqualTo(spoken(marked));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "The quick brown fox jumps over the lazy dog.",
        "My brother's new car broke down yesterday.",
        "After a while, she closed the book, and then she slept.",
        "He paid $2,345,678.",
        "one two three four five six seven eight nine ten eleven twelve"
      })
  void aShortRunAndOneWithoutAPlaceAreNot(String text) {
    assertThat(withBreaths(text)).doesNotContain("|");
  }

  @Test
  void aBreathIsShortAndTheWeakestPause() {
    Pause pause =
        frontEnd
            .analyze("I do not know whether he will come before the end of the week.")
            .sentences()
            .getFirst()
            .words()
            .get(3)
            .pauseAfter();
    assertThat(pause.kind()).isEqualTo(Pause.Kind.PHRASE);
    assertThat(pause.seconds()).isBetween(0.12, 0.2);
  }

  @Test
  void anEndlessRunIsReadInOneGo() {
    String text = "the men and the women of ".repeat(ENOUGH / 25);
    assertThat(frontEnd.analyze(text).sentences().getFirst().words())
        .anyMatch(word -> word.pauseAfter().kind() == Pause.Kind.PHRASE);
  }

  private String spoken(String marked) {
    String bar = " | ";
    StringBuilder words = new StringBuilder();
    for (String part : marked.split(" \\| ", -1)) {
      words.append(words.isEmpty() ? "" : bar).append(withBreaths(part).replace(bar, " "));
    }
    return words.toString();
  }

  private String withBreaths(String text) {
    StringBuilder words = new StringBuilder();
    for (Word word : frontEnd.analyze(text).sentences().getFirst().words()) {
      words.append(words.isEmpty() ? "" : " ").append(word.spoken());
      words.append(word.pauseAfter().kind() == Pause.Kind.PHRASE ? " |" : "");
    }
    return words.toString();
  }
}
