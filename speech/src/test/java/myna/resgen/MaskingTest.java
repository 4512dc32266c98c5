package myna.resgen;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import myna.codec.SeededNoise;
import org.junit.jupiter.api.Test;

class MaskingTest {
  private static final int DRAWS = 20_000;

  @Test
  void countsFollowTheMultivariateHypergeometricLaw() {
    int[] available = {2, 3, 1};
    int count = 3;
    SeededNoise noise = new SeededNoise(1);
    Map<String, Integer> seen = new HashMap<>();
    for (int i = 0; i < DRAWS; i++) {
      seen.merge(Arrays.toString(Masking.draw(available, count, noise)), 1, Integer::sum);
    }
    double total = 0;
    for (int a = 0; a <= 2; a++) {
      for (int b = 0; b <= 3; b++) {
        int c = count - a - b;
        if (c >= 0 && c <= 1) {
          double exact = choose(2, a) * choose(3, b) * choose(1, c) / choose(6, count);
          int times = seen.getOrDefault(Arrays.toString(new int[] {a, b, c}), 0);
          assertThat(times / (double) DRAWS).isCloseTo(exact, within(0.012));
          total += exact;
        }
      }
    }
    assertThat(total).isCloseTo(1, within(1e-12));
  }

  @Test
  void takesNothingAndEverything() {
    SeededNoise noise = new SeededNoise(1);
    assertThat(Masking.draw(new int[] {2, 0, 3}, 0, noise)).containsExactly(0, 0, 0);
    assertThat(Masking.draw(new int[] {2, 0, 3}, 5, noise)).containsExactly(2, 0, 3);
    assertThatThrownBy(() -> Masking.draw(new int[] {2}, 3, noise))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private static double choose(int n, int k) {
    double result = 1;
    for (int i = 0; i < k; i++) {
      result = result * (n - i) / (i + 1);
    }
    return result;
  }
}
