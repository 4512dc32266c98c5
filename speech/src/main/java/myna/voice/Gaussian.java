package myna.voice;

/**
 * Sums from which a Gaussian with full covariance is estimated; sums can be added and taken away.
 */
final class Gaussian {
  /** Added to each variance, so that few frames do not make a Gaussian of no width. */
  private static final double LEAST_VARIANCE = 1;

  private final int size;
  private final double[] sum;
  private final double[][] products;
  private int count;

  Gaussian(int size) {
    this.size = size;
    sum = new double[size];
    products = new double[size][size];
  }

  /** Adds a vector [size]. */
  void add(double[] x) {
    count++;
    for (int i = 0; i < size; i++) {
      sum[i] += x[i];
      for (int j = 0; j <= i; j++) {
        products[i][j] += x[i] * x[j];
      }
    }
  }

  /**
   * Adds the sums of another.
   *
   * @param sign 1 to add, -1 to take away
   */
  void add(Gaussian other, int sign) {
    count += sign * other.count;
    for (int i = 0; i < size; i++) {
      sum[i] += sign * other.sum[i];
      for (int j = 0; j <= i; j++) {
        products[i][j] += sign * other.products[i][j];
      }
    }
  }

  /** The length of its vectors. */
  int size() {
    return size;
  }

  /** The number of its vectors. */
  int count() {
    return count;
  }

  /**
   * Half the count times the logarithm of the covariance's determinant: what describing its vectors
   * costs.
   */
  double cost() {
    if (count == 0) {
      return 0;
    }
    double[][] lower = new double[size][size];
    double logDeterminant = 0;
    for (int i = 0; i < size; i++) {
      for (int j = 0; j <= i; j++) {
        double rest = covariance(i, j);
        for (int k = 0; k < j; k++) {
          rest -= lower[i][k] * lower[j][k];
        }
        lower[i][j] = i == j ? Math.sqrt(Math.max(1e-9, rest)) : rest / lower[j][j];
      }
      logDeterminant += 2 * Math.log(lower[i][i]);
    }
    return 0.5 * count * logDeterminant;
  }

  private double covariance(int i, int j) {
    double value = products[i][j] / count - sum[i] / count * (sum[j] / count);
    return i == j ? value + LEAST_VARIANCE : value;
  }
}
