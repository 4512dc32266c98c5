package myna.resgen;

/**
 * The low-rank bases U_k of the mixture's means (CLaM-TTS, arXiv 2404.02781).
 *
 * @param bases [K][d][r] row-major; owned by the record
 * @param count K
 * @param width d
 * @param rank r
 */
public record Components(float[] bases, int count, int width, int rank) {
  /** Checks the shape. */
  public Components {
    if (count < 1 || width < 1 || rank < 1 || bases.length != count * width * rank) {
      throw new IllegalArgumentException(
          "components [%d][%d][%d] in an array of %d".formatted(count, width, rank, bases.length));
    }
  }

  /** Row c of U_k times the coefficients at an offset. */
  double dot(int component, int row, float[] coefficients, int offset) {
    int start = (component * width + row) * rank;
    double sum = 0;
    for (int i = 0; i < rank; i++) {
      sum += (double) bases[start + i] * coefficients[offset + i];
    }
    return sum;
  }
}
