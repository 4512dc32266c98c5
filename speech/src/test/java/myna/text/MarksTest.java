package myna.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Collectors;
import myna.text.en.EnglishFrontEnd;
import org.junit.jupiter.api.Test;

/** Marks in brackets. */
class MarksTest {
  private final TextFrontEnd frontEnd = new EnglishFrontEnd(TextSettings.DEFAULT);

  @Test
  void pauseReplacesThePauseOfThePunctuation() {
    Sentence sentence = only("One, [pause 800ms] two.");
    assertThat(sentence.words().getFirst().pauseAfter())
        .isEqualTo(new Pause(Pause.Kind.EXPLICIT, 0.8));
  }

  @Test
  void pauseAfterASentenceBelongsToIt() {
    List<Sentence> sentences =
        frontEnd.analyze("One. [pause 2.5s] Two.\n\n[pause 1s]\n\nThree.").sentences();
    assertThat(sentences).hasSize(3);
    assertThat(sentences.get(0).pauseAfter()).isEqualTo(new Pause(Pause.Kind.EXPLICIT, 2.5));
    assertThat(sentences.get(1).pauseAfter()).isEqualTo(new Pause(Pause.Kind.EXPLICIT, 1));
    assertThat(sentences.get(2).pauseAfter().kind()).isEqualTo(Pause.Kind.PARAGRAPH);
  }

  @Test
  void pausesAddUp() {
    assertThat(only("One [pause 1s][pause 500ms] two").words().getFirst().pauseAfter().seconds())
        .isEqualTo(1.5);
  }

  @Test
  void rateHoldsBetweenItsMarksAndNests() {
    Sentence sentence = only("a [slow]b [fast]c[/fast] d[/slow] e");
    assertThat(sentence.words().stream().map(word -> word.controls().rate()))
        .containsExactly(1.0, 0.8, 1.0, 0.8, 1.0);
  }

  @Test
  void voiceIsNamed() {
    Sentence sentence = only("He said [voice Old Bob]hello there[/voice] softly");
    assertThat(sentence.words().stream().map(word -> String.valueOf(word.controls().voice())))
        .containsExactly("null", "null", "Old Bob", "Old Bob", "null");
  }

  @Test
  void spellNamesLettersAndDigits() {
    assertThat(spoken("[spell]NASA 7[/spell]")).isEqualTo("N A S A seven");
    assertThat(only("[spell]it[/spell]").words().getFirst().phonemes()).containsExactly("AY1");
  }

  @Test
  void sayGivesThePhonemes() {
    Sentence sentence = only("I say [say tomato|T AH0 M AA1 T OW0].");
    assertThat(sentence.words().getLast().spoken()).isEqualTo("tomato");
    assertThat(sentence.words().getLast().phonemes())
        .containsExactly("T", "AH0", "M", "AA1", "T", "OW0");
    assertThat(frontEnd.normalize("I say [say tomato|T AH0 M AA1 T OW0]."))
        .isEqualTo("I say tomato.");
  }

  @Test
  void whatCannotBeObeyedIsReportedWithItsPlace() {
    String text = "[slow]a [sic] b[/fast] [pause soon] [say x|QQ] [pause 99s] [spell]";
    List<Problem> problems = frontEnd.analyze(text).problems();
    assertThat(problems.stream().map(problem -> problem.source().of(text)))
        .containsExactly(
            "[slow]", "[sic]", "[/fast]", "[pause soon]", "[say x|QQ]", "[pause 99s]", "[spell]");
    assertThat(problems.stream().map(Problem::kind))
        .containsExactly(
            Problem.Kind.UNCLOSED_MARK,
            Problem.Kind.UNKNOWN_MARK,
            Problem.Kind.UNOPENED_MARK,
            Problem.Kind.BAD_VALUE,
            Problem.Kind.BAD_VALUE,
            Problem.Kind.BAD_VALUE,
            Problem.Kind.UNCLOSED_MARK);
    assertThat(problems.get(4).message()).contains("QQ");
    assertThat(spoken(text)).isEqualTo("a sic b x");
  }

  @Test
  void aLeadingPauseIsReported() {
    assertThat(frontEnd.analyze("[pause 1s] Hello").problems()).hasSize(1);
  }

  @Test
  void spansPointIntoTheTextWithItsMarks() {
    String text = "Go [slow]very[/slow] “far” [pause 1s]on ﬁve.";
    Sentence sentence = only(text);
    assertThat(sentence.words().stream().map(word -> word.source().of(text)))
        .containsExactly("Go", "very", "far", "on", "ﬁve");
  }

  private String spoken(String text) {
    return frontEnd.analyze(text).sentences().stream()
        .flatMap(sentence -> sentence.words().stream())
        .map(Word::spoken)
        .collect(Collectors.joining(" "));
  }

  private Sentence only(String text) {
    List<Sentence> sentences = frontEnd.analyze(text).sentences();
    assertThat(sentences).hasSize(1);
    return sentences.getFirst();
  }
}
