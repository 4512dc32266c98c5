package myna.script;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import myna.audio.Audio;
import myna.speech.Clarity;
import myna.speech.Spacing;
import myna.speech.SpeechCost;
import myna.speech.SpokenSentence;
import myna.speech.SpokenWord;
import myna.text.Controls;
import myna.text.Pause;
import myna.text.Sentence;
import myna.text.Span;
import myna.text.Word;
import org.junit.jupiter.api.Test;

class TakeTest {
  private static final Clarity CLEAR = new Clarity(-0.1, false);
  private static final Clarity DOUBTFUL = new Clarity(-6, true);

  @Test
  void serveEveryLineOfTheSameWords() {
    Take take = Take.of(spoken(sentence(0), CLEAR, DOUBTFUL));
    assertThat(take.words(sentence(0))).isEqualTo(words(sentence(0), CLEAR, DOUBTFUL));
    assertThat(take.words(sentence(70))).isEqualTo(words(sentence(70), CLEAR, DOUBTFUL));
    assertThat(take.length().seconds()).isEqualTo(0.5);
  }

  @Test
  void tellWhatWasHeard() {
    assertThat(Take.of(spoken(sentence(0), CLEAR, DOUBTFUL)))
        .matches(take -> take.doubtfulWords() == 1 && !take.isGarbled() && take.isChecked());
    assertThat(Take.of(spoken(sentence(0), DOUBTFUL, DOUBTFUL))).matches(Take::isGarbled);
    assertThat(Take.of(spoken(sentence(0), Clarity.UNCHECKED, Clarity.UNCHECKED)))
        .matches(take -> !take.isChecked() && take.doubtfulWords() == 0);
  }

  private static SpokenSentence spoken(Sentence sentence, Clarity... clarity) {
    Audio audio = new Audio(new float[4000], 8000);
    return new SpokenSentence(
        sentence, audio, words(sentence, clarity), Spacing.PLAIN, List.of(), SpeechCost.NOTHING);
  }

  private static List<SpokenWord> words(Sentence sentence, Clarity... clarity) {
    List<Word> words = sentence.words();
    return List.of(
        new SpokenWord("hello", words.get(0).source(), 0.1, 0.2, clarity[0]),
        new SpokenWord("there", words.get(1).source(), 0.2, 0.4, clarity[1]));
  }

  private static Sentence sentence(int start) {
    return new Sentence(
        new Span(start, start + 11),
        List.of(word("hello", start), word("there", start + 6)),
        Pause.NONE,
        false);
  }

  private static Word word(String spoken, int start) {
    Span span = new Span(start, start + spoken.length());
    return new Word(spoken, span, List.of("AH0"), Pause.NONE, Controls.NONE);
  }
}
