package myna.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class SeededNoiseTest {
  @Test
  void aStretchIsTheSameWhereverItStarts() {
    float[] row = SeededNoise.gaussian(11, 0, 40);
    assertThat(row).isEqualTo(new SeededNoise(11).gaussian(40));
    for (int from : new int[] {0, 1, 2, 17}) {
      assertThat(SeededNoise.gaussian(11, from, 9))
          .isEqualTo(Arrays.copyOfRange(row, from, from + 9));
    }
  }

  @Test
  void isSplitMix64() {
    double[] values = new double[2];
    new SeededNoise(0).uniforms(values);
    assertThat(values[0]).isEqualTo((0xe220a8397b1dcdafL >>> 11) * 0x1.0p-53);
    assertThat(values[1]).isEqualTo((0x6e789e6aa1b965f4L >>> 11) * 0x1.0p-53);
  }

  @Test
  void aSeedGivesTheSameNumbersAgain() {
    assertThat(new SeededNoise(7).gaussian(101)).isEqualTo(new SeededNoise(7).gaussian(101));
    assertThat(new SeededNoise(7).gaussian(101)).isNotEqualTo(new SeededNoise(8).gaussian(101));
  }

  @Test
  void normalsHaveTheMomentsOfTheStandardNormalLaw() {
    double[] values = new double[100_000];
    new SeededNoise(1).normals(values);
    assertThat(Arrays.stream(values).average().orElseThrow()).isCloseTo(0, within(0.02));
    assertThat(Arrays.stream(values).map(x -> x * x).average().orElseThrow())
        .isCloseTo(1, within(0.02));
    assertThat(Arrays.stream(values).map(x -> x * x * x * x).average().orElseThrow())
        .isCloseTo(3, within(0.1));
  }

  @Test
  void derivedSeedsDiffer() {
    long[] seeds = new long[1000];
    Arrays.setAll(seeds, i -> SeededNoise.derive(i / 100, i % 100));
    assertThat(Arrays.stream(seeds).distinct().count()).isEqualTo(seeds.length);
  }
}
