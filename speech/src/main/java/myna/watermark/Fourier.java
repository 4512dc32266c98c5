package myna.watermark;

/** The discrete Fourier transform of a power of two (Cooley and Tukey, 1965). */
final class Fourier {
  private final int size;
  private final float[] cosines;
  private final float[] sines;

  /**
   * @param size N, a power of two
   */
  Fourier(int size) {
    this.size = size;
    cosines = new float[size / 2];
    sines = new float[size / 2];
    for (int k = 0; k < size / 2; k++) {
      cosines[k] = (float) StrictMath.cos(2 * Math.PI * k / size);
      sines[k] = (float) StrictMath.sin(2 * Math.PI * k / size);
    }
  }

  /**
   * Transforms in place; twice gives N times the values at places -n.
   *
   * @param re [N]
   * @param im [N]
   */
  void transform(float[] re, float[] im) {
    reorder(re, im);
    for (int half = 1; half < size; half *= 2) {
      int step = size / (2 * half);
      for (int start = 0; start < size; start += 2 * half) {
        for (int k = 0; k < half; k++) {
          int a = start + k;
          int b = a + half;
          float c = cosines[k * step];
          float s = sines[k * step];
          float real = re[b] * c + im[b] * s;
          float imaginary = im[b] * c - re[b] * s;
          re[b] = re[a] - real;
          im[b] = im[a] - imaginary;
          re[a] += real;
          im[a] += imaginary;
        }
      }
    }
  }

  private void reorder(float[] re, float[] im) {
    int shift = 32 - Integer.numberOfTrailingZeros(size);
    for (int i = 0; i < size; i++) {
      int j = Integer.reverse(i) >>> shift;
      if (i < j) {
        swap(re, i, j);
        swap(im, i, j);
      }
    }
  }

  private static void swap(float[] values, int i, int j) {
    float value = values[i];
    values[i] = values[j];
    values[j] = value;
  }
}
