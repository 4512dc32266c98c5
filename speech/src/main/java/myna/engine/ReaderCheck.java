package myna.engine;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import myna.speech.SpeechException;
import myna.speech.SpeechException.Reason;
import myna.speech.listen.Similarity;
import myna.speech.model.SpeechModel;

/**
 * Whether readings are of one voice, by the speaker network: of the pairs of readings, nine in ten
 * must be as alike as clips of one voice are. Of four readers of {@code dev}, five clips each, the
 * least alike of one voice had 0.51, the most alike of two voices 0.37.
 */
final class ReaderCheck {
  private static final double LEAST_LIKENESS = 0.42;
  private static final double TOLERATED = 0.1;

  private final SpeechModel model;

  ReaderCheck(SpeechModel model) {
    this.model = model;
  }

  /**
   * Checks readings.
   *
   * @param readings samples of each at the model's rate
   * @throws SpeechException if they are of several voices
   */
  void check(List<float[]> readings) throws SpeechException {
    List<float[]> voices = readings.stream().map(model::speaker).flatMap(Optional::stream).toList();
    List<Double> pairs = new ArrayList<>();
    for (int i = 0; i < voices.size(); i++) {
      for (int j = 0; j < i; j++) {
        pairs.add(Similarity.cosine(voices.get(i), voices.get(j)));
      }
    }
    Collections.sort(pairs);
    if (!pairs.isEmpty() && pairs.get((int) (TOLERATED * pairs.size())) < LEAST_LIKENESS) {
      throw new SpeechException(
          Reason.SEVERAL_READERS,
          "the readings sound like more than one voice: adapt to one reader at a time");
    }
  }
}
