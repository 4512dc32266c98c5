package myna.ui.speak;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import myna.script.Line;
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
  static List<LineModel> of(Analysis analysis, String text, List<LineModel> before) {
    Map<Key, Deque<LineModel>> known = new HashMap<>();
    for (LineModel line : before) {
      known.computeIfAbsent(Key.of(line.line()), key -> new ArrayDeque<>()).add(line);
    }
    List<LineModel> lines = new ArrayList<>();
    for (Sentence sentence : analysis.sentences()) {
      Line place = new Line(sentence.source().of(text), sentence);
      LineModel line = known.getOrDefault(Key.of(place), new ArrayDeque<>()).poll();
      if (line == null) {
        line = new LineModel(place);
      } else {
        line.moveTo(place);
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
    static Key of(Line line) {
      return new Key(line.text(), line.sentence().words().stream().map(Sound::of).toList());
    }
  }

  private record Sound(List<String> phonemes, Object pause, Object controls) {
    static Sound of(Word word) {
      return new Sound(word.phonemes(), word.pauseAfter(), word.controls());
    }
  }
}
