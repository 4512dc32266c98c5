package myna.speech;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import myna.speech.PhonemeLoop.Heard;
import org.junit.jupiter.api.Test;

class PhonemeLoopTest {
  private static final float SURE = (float) Math.log(0.9);
  private static final float UNSURE = (float) Math.log(0.55);

  @Test
  void findsPhonemesAndTheirLengths() {
    List<Heard> heard = new PhonemeLoop(3, 1).decode(posteriors(SURE, 0, 0, 2, 2, 2, 1));
    assertThat(heard).containsExactly(new Heard(0, 2), new Heard(2, 3), new Heard(1, 1));
  }

  @Test
  void aLongVowelDoesNotFallApart() {
    float[] wavering = posteriors(UNSURE, 1, 1, 2, 1, 1);
    assertThat(new PhonemeLoop(3, 0).decode(wavering)).hasSize(3);
    assertThat(new PhonemeLoop(3, 2).decode(wavering)).containsExactly(new Heard(1, 5));
  }

  @Test
  void nothingIsHeardInNothing() {
    assertThat(new PhonemeLoop(3, 1).decode(new float[0])).isEmpty();
  }

  /** [L][3] with most of the probability on the given symbols. */
  private static float[] posteriors(float logProbability, int... symbols) {
    float rest = (float) Math.log((1 - Math.exp(logProbability)) / 2);
    float[] posteriors = new float[3 * symbols.length];
    for (int i = 0; i < posteriors.length; i++) {
      posteriors[i] = i % 3 == symbols[i / 3] ? logProbability : rest;
    }
    return posteriors;
  }
}
