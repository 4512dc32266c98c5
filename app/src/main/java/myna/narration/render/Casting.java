package myna.narration.render;

import java.util.List;
import myna.narration.script.Cast;
import myna.script.Line;
import myna.text.Controls;
import myna.text.Pause;
import myna.text.Sentence;
import myna.text.Word;

/** Gives the words of a line the voices of its roles. */
final class Casting {
  private Casting() {}

  /** The sentence as it is to be spoken: by whom, and without what follows it. */
  static Sentence cast(Line line, Cast cast) {
    Sentence sentence = line.sentence();
    List<Word> words = sentence.words().stream().map(word -> cast(word, cast)).toList();
    return new Sentence(sentence.source(), words, Pause.NONE, sentence.heading());
  }

  private static Word cast(Word word, Cast cast) {
    Controls controls = new Controls(word.controls().rate(), cast.voice(word.controls().voice()));
    return new Word(word.spoken(), word.source(), word.phonemes(), word.pauseAfter(), controls);
  }
}
