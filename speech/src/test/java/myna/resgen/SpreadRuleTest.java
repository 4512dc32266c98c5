package myna.resgen;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import myna.codec.SeededNoise;
import org.junit.jupiter.api.Test;

class SpreadRuleTest {
  private static final int FRAMES = 200;
  private static final int DEPTH = 16;

  @Test
  void withoutSpreadAllFramesAreRefinedInStep() {
    int[] visible = reveal(0, FRAMES * DEPTH - FRAMES * 3 - 50, risingConfidence());
    assertThat(Arrays.stream(visible).filter(v -> v == 4).count()).isEqualTo(50);
    assertThat(Arrays.stream(visible).filter(v -> v == 3).count()).isEqualTo(FRAMES - 50);
    assertThat(Arrays.copyOfRange(visible, FRAMES - 50, FRAMES)).containsOnly(4);
  }

  @Test
  void withALargeSpreadFrameByFrame() {
    int[] visible = reveal(1e9, (FRAMES - 10) * DEPTH, risingConfidence());
    assertThat(Arrays.copyOfRange(visible, FRAMES - 10, FRAMES)).containsOnly(DEPTH);
    assertThat(Arrays.copyOfRange(visible, 0, FRAMES - 10)).containsOnly(0);
  }

  @Test
  void theUnevennessIsThatOfTraining() {
    for (double share : new double[] {0.3, 0.5, 0.7}) {
      int masked = (int) (share * FRAMES * DEPTH);
      int[] visible = reveal(1, masked, risingConfidence());
      double mean = Arrays.stream(visible).average().orElseThrow();
      double variance =
          Arrays.stream(visible).mapToDouble(v -> v).map(v -> v * v).average().orElseThrow()
              - mean * mean;
      assertThat(variance).isCloseTo(DEPTH * share * (1 - share), within(0.25));
    }
  }

  @Test
  void equalConfidencesGoByFrame() {
    int[] visible = reveal(0, FRAMES * DEPTH - 3, new double[FRAMES]);
    assertThat(Arrays.copyOf(visible, 4)).containsExactly(1, 1, 1, 0);
  }

  @Test
  void gumbelNoiseChangesTheOrder() {
    int[] visible = new int[FRAMES];
    new SpreadRule(0)
        .start(FRAMES, DEPTH)
        .reveal(visible, risingConfidence(), FRAMES * DEPTH - 50, 1e6, new SeededNoise(1));
    assertThat(Arrays.stream(visible).sum()).isEqualTo(50);
    assertThat(Arrays.stream(visible, FRAMES - 50, FRAMES).sum()).isLessThan(30);
  }

  private static int[] reveal(double spread, int masked, double[] confidence) {
    int[] visible = new int[FRAMES];
    new SpreadRule(spread)
        .start(FRAMES, DEPTH)
        .reveal(visible, confidence, masked, 0, new SeededNoise(1));
    assertThat(Arrays.stream(visible).sum()).isEqualTo(FRAMES * DEPTH - masked);
    return visible;
  }

  private static double[] risingConfidence() {
    double[] confidence = new double[FRAMES];
    Arrays.setAll(confidence, i -> i);
    return confidence;
  }
}
