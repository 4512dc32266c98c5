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
  record Planned(Sentence sentence, Voices voices, SpokenLength length) {
    /** The silence between this sentence and the next. */
    double pause(double speed) {
      return Math.min(LONGEST_PAUSE, length.pauseAfter(speed));
    }
  }

  CuePlan {
    sentences = List.copyOf(sentences);
  }

  /** From the first phoneme to the last. */
  double seconds(double speed) {
    double sum = -lead(speed) - sentences.getLast().length().tail(speed);
    for (Planned planned : sentences) {
      sum += planned.length().whole(speed);
      sum += planned == sentences.getLast() ? 0 : planned.pause(speed);
    }
    return sum;
  }

  /** The silence that the first sentence starts with. */
  double lead(double speed) {
    return sentences.getFirst().length().lead(speed);
  }
}
