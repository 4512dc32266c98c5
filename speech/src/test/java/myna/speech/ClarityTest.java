package myna.speech;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ClarityTest {
  private static final ModelFormat.Hearing HEARING = new ModelFormat.Hearing(1, -4, -1.3);

  @Test
  void aWordIsDoubtfulByItself() {
    assertThat(Clarity.of(new double[] {-0.1, -4.5, -0.3, -0.2}, HEARING))
        .extracting(Clarity::doubtful)
        .containsExactly(false, true, false, false);
  }

  /** What a noisy reference makes of every word: none is impossible, all together are. */
  @Test
  void nothingIsUnderstoodWhereAllWordsFitBadly() {
    assertThat(Clarity.of(new double[] {-1.9, -1.2, -2.4, -0.8}, HEARING))
        .allMatch(Clarity::doubtful)
        .allMatch(Clarity::isChecked);
    assertThat(Clarity.of(new double[] {-1.3, -1.2, -1.2, -1.4}, HEARING))
        .noneMatch(Clarity::doubtful);
  }

  @Test
  void whereNobodyListenedNothingIsDoubtful() {
    assertThat(Clarity.UNCHECKED.isChecked()).isFalse();
    assertThat(Clarity.UNCHECKED.doubtful()).isFalse();
  }
}
