package myna.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class ResidualQuantizerTest {
  private static final int DEPTH = 4;
  private static final int SIZE = 64;
  private static final int WIDTH = 8;

  private final Codebooks codebooks = codebooks(DEPTH, SIZE, WIDTH, 0.1);
  private final ResidualQuantizer quantizer = new ResidualQuantizer(codebooks);

  static Codebooks codebooks(int depth, int size, int width, double fall) {
    float[] vectors = new SeededNoise(1).gaussian(depth * size * width);
    for (int i = 0; i < vectors.length; i++) {
      int depthIndex = i / (size * width);
      vectors[i] *= (float) Math.pow(fall, depthIndex);
    }
    return new Codebooks(vectors, depth, size, width);
  }

  @Test
  void findsWhatAnExhaustiveSearchInDoubleFinds() {
    float[] latents = new SeededNoise(2).gaussian(50 * WIDTH);
    Tokens tokens = quantizer.encode(latents);
    float[] residual = latents.clone();
    for (int i = 0; i < tokens.frames(); i++) {
      for (int j = 0; j < DEPTH; j++) {
        int nearest = exhaustive(residual, i * WIDTH, j);
        assertThat(tokens.at(i, j)).isEqualTo(nearest);
        for (int c = 0; c < WIDTH; c++) {
          residual[i * WIDTH + c] -= codebooks.vectors()[codebooks.start(j, nearest) + c];
        }
      }
    }
  }

  private int exhaustive(float[] residual, int offset, int depth) {
    int best = 0;
    double least = Double.POSITIVE_INFINITY;
    for (int v = 0; v < SIZE; v++) {
      double sum = 0;
      for (int c = 0; c < WIDTH; c++) {
        sum +=
            Math.pow(
                residual[offset + c] - (double) codebooks.vectors()[codebooks.start(depth, v) + c],
                2);
      }
      if (sum < least) {
        least = sum;
        best = v;
      }
    }
    return best;
  }

  @Test
  void everyCodeIsItsOwnNearest() {
    float[] latents = new float[SIZE * WIDTH];
    for (int v = 0; v < SIZE; v++) {
      quantizer.add(0, v, latents, v * WIDTH);
    }
    int[] codes = new int[SIZE];
    double[] scratch = quantizer.scratch();
    for (int v = 0; v < SIZE; v++) {
      quantizer.quantize(latents, v * WIDTH, 0, 1, codes, v, scratch);
      assertThat(codes[v]).isEqualTo(v);
    }
    assertThat(latents).containsOnly(0f);
  }

  @Test
  void quantizingWhatWasDequantizedIsTheIdentity() {
    Tokens tokens = quantizer.encode(new SeededNoise(3).gaussian(20 * WIDTH));
    float[] latents = quantizer.decode(tokens);
    assertThat(quantizer.decode(quantizer.encode(latents))).isEqualTo(latents);
  }

  @Test
  void equallyNearCodesGoToTheLowest() {
    float[] vectors = {3, 0, 1, 0, 1, 0, -1, 0};
    ResidualQuantizer tied = new ResidualQuantizer(new Codebooks(vectors, 1, 4, 2));
    assertThat(tied.encode(new float[] {1, 5}).codes()).containsExactly(1);
    assertThat(tied.encode(new float[] {0, 0}).codes()).containsExactly(1);
    assertThat(tied.encode(new float[] {-0.1f, 7}).codes()).containsExactly(3);
  }

  @Test
  void continuesFromTheFirstMaskedDepth() {
    float[] latents = new SeededNoise(4).gaussian(WIDTH);
    Tokens whole = quantizer.encode(latents);
    int[] codes = new int[DEPTH];
    float[] residual = latents.clone();
    double[] scratch = quantizer.scratch();
    quantizer.quantize(residual, 0, 0, 2, codes, 0, scratch);
    quantizer.quantize(residual, 0, 2, DEPTH, codes, 0, scratch);
    assertThat(codes).isEqualTo(whole.codes());
  }

  @Test
  void aPrefixOfTheDepthsIsCoarser() {
    float[] latents = new SeededNoise(5).gaussian(30 * WIDTH);
    Tokens tokens = quantizer.encode(latents);
    double before = Double.POSITIVE_INFINITY;
    for (int depths = 1; depths <= DEPTH; depths++) {
      double error = 0;
      float[] decoded = quantizer.decode(tokens.prefix(depths));
      for (int i = 0; i < latents.length; i++) {
        error += Math.pow(latents[i] - decoded[i], 2);
      }
      assertThat(error).isLessThan(before);
      before = error;
    }
  }

  @Test
  void refusesWrongShapes() {
    assertThatThrownBy(() -> quantizer.encode(new float[WIDTH + 1]))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new Tokens(new int[5], 2, 2))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new Codebooks(new float[5], 1, 2, 2))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> quantizer.decode(new Tokens(new int[DEPTH + 1], 1, DEPTH + 1)))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new Tokens(new int[4], 2, 2).prefix(3))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
