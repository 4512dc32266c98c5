package myna.engine;

import java.util.List;
import myna.resgen.adapt.Split;
import myna.voice.Reading;

/**
 * What there is to learn from.
 *
 * @param split the utterances
 * @param held the ones that are held back
 * @param readings all that serve
 * @param leftOut texts of those that do not
 */
record Lesson(Split split, List<Held> held, List<Reading> readings, List<String> leftOut) {
  /**
   * A reading that is held back.
   *
   * @param text of it
   * @param samples of it at the model's rate
   */
  record Held(String text, float[] samples) {}
}
