package myna.codec;

/**
 * The codebook vectors of all depths.
 *
 * @param vectors [D][V][d] row-major; owned by the record
 * @param depth D
 * @param size V
 * @param width d
 */
public record Codebooks(float[] vectors, int depth, int size, int width) {
  /** Checks the shape. */
  public Codebooks {
    if (depth < 1 || size < 1 || width < 1 || vectors.length != depth * size * width) {
      throw new IllegalArgumentException(
          "codebooks [%d][%d][%d] in an array of %d".formatted(depth, size, width, vectors.length));
    }
  }

  /** Index in {@link #vectors} at which the vector of a code starts. */
  public int start(int depthIndex, int code) {
    return (depthIndex * size + code) * width;
  }
}
