package myna.speech;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import myna.codec.SeededNoise;
import org.junit.jupiter.api.Test;

class LevellerTest {
  private static final int RATE = 16_000;

  @Test
  void onePieceComesToTheLevelOfAudiobooks() {
    float[] samples = noise(0.05, 1);
    new Leveller(RATE).level(new Piece(samples, 0));
    assertThat(ActiveLevel.of(samples, RATE)).isCloseTo(-20, within(0.01));
  }

  @Test
  void theGainChangesInThePauseAlone() {
    Leveller leveller = new Leveller(RATE);
    float[] first = noise(0.05, 1);
    float[] second = noise(0.1, 2);
    float[] raw = second.clone();
    float[] rawFirst = first.clone();
    leveller.level(new Piece(first, 0));
    leveller.level(new Piece(second, 5000));
    float before = first[100] / rawFirst[100];
    float after = second[RATE - 1] / raw[RATE - 1];
    assertThat(after).isLessThan(before);
    for (int t = 0; t < second.length; t++) {
      float gain = second[t] / raw[t];
      float expected = t < 5000 ? before : t > 5000 + RATE / 100 ? after : gain;
      assertThat(gain).isCloseTo(expected, within(1e-4f)).isBetween(after - 1e-4f, before + 1e-4f);
    }
  }

  @Test
  void loudPeaksAreHeldBackAndSilenceStaysSilent() {
    Leveller leveller = new Leveller(RATE);
    leveller.level(new Piece(noise(0.01, 1), 0));
    float[] loud = noise(0.01, 2);
    loud[3] = 0.9f;
    leveller.level(new Piece(loud, 8000));
    assertThat(loud[RATE - 1] / noise(0.01, 2)[RATE - 1]).isLessThan(1.1f);
    float[] silent = new float[RATE];
    new Leveller(RATE).level(new Piece(silent, 0));
    assertThat(silent).containsOnly(0);
  }

  /** A second of noise. */
  private static float[] noise(double deviation, long seed) {
    float[] samples = new SeededNoise(seed).gaussian(RATE);
    for (int t = 0; t < samples.length; t++) {
      samples[t] *= (float) deviation;
    }
    return samples;
  }
}
