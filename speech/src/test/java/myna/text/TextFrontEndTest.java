package myna.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import myna.text.en.EnglishFrontEnd;
import org.junit.jupiter.api.Test;

class TextFrontEndTest {
  private final TextFrontEnd frontEnd = new EnglishFrontEnd(TextSettings.DEFAULT);

  @Test
  void readsWordsWithPhonemesAndPauses() {
    String text = "Hello, Dr. Smith paid $5. Did he?";
    Analysis analysis = frontEnd.analyze(text);
    assertThat(analysis.problems()).isEmpty();
    assertThat(analysis.sentences()).hasSize(2);
    Sentence first = analysis.sentences().getFirst();
    assertThat(first.words().stream().map(Word::spoken))
        .containsExactly("Hello", "Doctor", "Smith", "paid", "five", "dollars");
    assertThat(first.words().getFirst().phonemes()).isEqualTo(List.of("HH", "AH0", "L", "OW1"));
    assertThat(first.words().getFirst().pauseAfter().kind()).isEqualTo(Pause.Kind.COMMA);
    assertThat(first.words().get(4).source().of(text)).isEqualTo("$5");
    assertThat(first.pauseAfter().kind()).isEqualTo(Pause.Kind.SENTENCE);
    assertThat(analysis.sentences().getLast().pauseAfter().kind()).isEqualTo(Pause.Kind.PARAGRAPH);
  }

  @Test
  void saysUnknownWords() {
    Sentence sentence = frontEnd.analyze("Zorblatt grumphs.").sentences().getFirst();
    assertThat(sentence.words()).hasSize(2);
    assertThat(sentence.words().getFirst().phonemes()).startsWith("Z", "AO1", "R", "B");
  }

  @Test
  void saysNothingOfNothing() {
    assertThat(frontEnd.analyze("").sentences()).isEmpty();
    assertThat(frontEnd.analyze(" \n\t ... --- ").sentences()).isEmpty();
  }
}
