package myna.ui.speak;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import myna.text.Analysis;
import myna.text.Sentence;
import myna.text.Word;

/** Finds the lines of a changed text among those that were there before. */
final class Lines {
  private Lines() {}

  /**
   * The lines of a text.
   *
   * @param before lines of the text as it was; one that is spoken alike is taken over with its
   *     takes
   */
  static List<Line> of(Analysis analysis, String text, List<Line> before) {
    Map<Key, Deque<Line>> known = new HashMap<>();
    for (Line line : before) {
      known
          .computeIfAbsent(Key.of(line.sentence(), line.text()), key -> new ArrayDeque<>())
          .add(line);
    }
    List<Line> lines = new ArrayList<>();
    for (Sentence sentence : analysis.sentences()) {
      String written = sentence.source().of(text);
      Line line = known.getOrDefault(Key.of(sentence, written), new ArrayDeque<>()).poll();
      if (line == null) {
        line = new Line(sentence, written);
      } else {
        line.moveTo(sentence);
      }
      lines.add(line);
    }
    return lines;
  }

  /**
   * What makes two sentences the same line.
   *
   * @param written as the user wrote it
   * @param sounds what is said and how: marks around a sentence change it
   */
  private record Key(String written, List<Sound> sounds) {
    static Key of(Sentence sentence, String written) {
      return new Key(written, sentence.words().stream().map(Sound::of).toList());
    }
  }

  private record Sound(List<String> phonemes, Object pause, Object controls) {
    static Sound of(Word word) {
      return new Sound(word.phonemes(), word.pauseAfter(), word.controls());
    }
  }
}
