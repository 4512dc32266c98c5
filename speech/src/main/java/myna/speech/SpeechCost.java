package myna.speech;

import java.util.EnumMap;
import java.util.Map;

/**
 * What it cost to speak.
 *
 * @param nanos time per stage; a stage that did not happen is not there
 * @param evaluations of the generator
 * @param frameEvaluations frames that it evaluated in all, a guided one twice
 * @param takes sentences spoken, those that were spoken again counted again
 */
public record SpeechCost(
    Map<Stage, Long> nanos, int evaluations, long frameEvaluations, int takes) {
  /** Nothing. */
  public static final SpeechCost NOTHING = new SpeechCost(Map.of(), 0, 0, 0);

  /** Copies the map. */
  public SpeechCost {
    nanos = Map.copyOf(nanos);
  }

  /** One stage's time. */
  public static SpeechCost of(Stage stage, long nanos) {
    return new SpeechCost(Map.of(stage, nanos), 0, 0, 0);
  }

  /** Both together. */
  public SpeechCost plus(SpeechCost other) {
    Map<Stage, Long> sum = new EnumMap<>(Stage.class);
    sum.putAll(nanos);
    other.nanos.forEach((stage, time) -> sum.merge(stage, time, Long::sum));
    return new SpeechCost(
        sum,
        evaluations + other.evaluations,
        frameEvaluations + other.frameEvaluations,
        takes + other.takes);
  }

  /** Seconds in a stage. */
  public double seconds(Stage stage) {
    return nanos.getOrDefault(stage, 0L) / 1e9;
  }
}
