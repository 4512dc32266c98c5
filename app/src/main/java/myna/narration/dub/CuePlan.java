package myna.narration.dub;

import java.util.List;
import myna.engine.Voices;
import myna.speech.SpokenLength;
import myna.text.Sentence;

/**
 * The sentences of a cue, before they are spoken. All times are in seconds.
 *
 * @param sentences at least one
 */
record CuePlan(List<Planned> sentences) {
  /** Longer pauses between sentences have no place in a cue. */
  private static final double LONGEST_PAUSE = 0.3;

  /**
   * A sentence.
   *
   * @param voices who speaks it
   * @param length at any speed
   */
  record Planned(Sentence sentence, Voices voices, SpokenLength length) {}

  CuePlan {
    sentences = List.copyOf(sentences);
  }

  /** From the first phoneme to the last. */
  double seconds(double speed) {
    double sum = -lead(speed) - sentences.getLast().length().tail(speed);
    for (int i = 0; i < sentences.size(); i++) {
      sum += sentences.get(i).length().whole(speed) + (i > 0 ? pauseBefore(i, speed) : 0);
    }
    return sum;
  }

  /** The silence between a sentence, not the first, and the one before. */
  double pauseBefore(int sentence, double speed) {
    return Math.min(LONGEST_PAUSE, sentences.get(sentence - 1).length().pauseAfter(speed));
  }

  /** The silence that the first sentence starts with. */
  double lead(double speed) {
    return sentences.getFirst().length().lead(speed);
  }
}
