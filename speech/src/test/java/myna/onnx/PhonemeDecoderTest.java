package myna.onnx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class PhonemeDecoderTest {
  private static final List<String> SYMBOLS = List.of("sil", "AH0", "AH1", "K", "T");
  private static final int BLANK = SYMBOLS.size();

  private final PhonemeDecoder decoder = new PhonemeDecoder(SYMBOLS);

  @Test
  void dropsBlanksAndMergesNeighbours() {
    assertThat(decoder.decode(columns(3, BLANK, 3, 3, BLANK, 2, 4)))
        .containsExactly("K", "K", "AH1", "T");
  }

  @Test
  void keepsOnlyTheSurestOfTwoStresses() {
    float[] logProbs = columns(2, 3, 2);
    logProbs[1] = -2; // AH0 is the second best of the first column
    logProbs[2 * (BLANK + 1) + 1] = -5; // and of the last, but by a greater distance
    assertThat(decoder.decode(logProbs)).containsExactly("AH0", "K", "AH1");
  }

  @Test
  void putsTheStressWhereItCostsLeast() {
    float[] logProbs = columns(1, 3, 1);
    logProbs[2 * (BLANK + 1) + 2] = -1.5f;
    assertThat(decoder.decode(logProbs)).containsExactly("AH0", "K", "AH1");
  }

  @Test
  void neverSaysSilence() {
    float[] logProbs = columns(0, 2);
    assertThat(decoder.decode(logProbs)).doesNotContain("sil");
  }

  @Test
  void refusesBrokenRows() {
    assertThatThrownBy(() -> decoder.decode(new float[7]))
        .isInstanceOf(IllegalArgumentException.class);
  }

  /** One row for each symbol, which has probability close to 1. */
  private static float[] columns(int... symbols) {
    int width = BLANK + 1;
    float[] logProbs = new float[symbols.length * width];
    Arrays.fill(logProbs, -9);
    for (int i = 0; i < symbols.length; i++) {
      logProbs[i * width + symbols[i]] = -0.1f;
    }
    return logProbs;
  }
}
