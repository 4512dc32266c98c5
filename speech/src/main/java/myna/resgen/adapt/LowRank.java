package myna.resgen.adapt;

/**
 * What is added to one linear map: the product V U.
 *
 * @param shape of U
 * @param narrow U [rank][in]
 * @param widen V [out][rank]
 */
public record LowRank(FactorShape shape, float[] narrow, float[] widen) {
  /** What goes into the map. */
  public int inputs() {
    return shape.columns();
  }

  /** What comes out of the map. */
  public int outputs() {
    return widen.length / shape.rows();
  }

  /**
   * Adds to a map's weights.
   *
   * @param weights [out][in], changed
   */
  public void addTo(float[] weights) {
    int in = inputs();
    if (weights.length != outputs() * in) {
      throw new IllegalArgumentException(
          "an addition to %d x %d weights, but there are %d"
              .formatted(outputs(), in, weights.length));
    }
    int rank = shape.rows();
    for (int o = 0; o < outputs(); o++) {
      for (int r = 0; r < rank; r++) {
        float v = widen[o * rank + r];
        for (int i = 0; i < in; i++) {
          weights[o * in + i] += v * narrow[r * in + i];
        }
      }
    }
  }
}
