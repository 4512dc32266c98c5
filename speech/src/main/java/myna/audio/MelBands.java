package myna.audio;

/** Triangular bands, equally wide on the mel scale m = 2595 log10(1 + f / 700). */
final class MelBands {
  private final float[][] weights;
  private final double[] centers;

  /**
   * Makes the bands.
   *
   * @param size of the Fourier transform, whose first half of bins is summed
   * @param bands how many, between 0 Hz and half the sample rate
   */
  MelBands(int sampleRate, int size, int bands) {
    double top = toMel(sampleRate / 2.0);
    centers = new double[bands];
    weights = new float[bands][size / 2];
    for (int m = 0; m < bands; m++) {
      double low = toHertz(top * m / (bands + 1));
      centers[m] = toHertz(top * (m + 1) / (bands + 1));
      double high = toHertz(top * (m + 2) / (bands + 1));
      for (int b = 0; b < size / 2; b++) {
        double hertz = b * (double) sampleRate / size;
        double rise = (hertz - low) / (centers[m] - low);
        double fall = (high - hertz) / (high - centers[m]);
        weights[m][b] = (float) Math.max(0, Math.min(rise, fall));
      }
      fillIfEmpty(weights[m], centers[m] * size / sampleRate);
    }
  }

  /** A band narrower than the bins takes the bin nearest to it. */
  private static void fillIfEmpty(float[] weights, double place) {
    for (float weight : weights) {
      if (weight > 0) {
        return;
      }
    }
    weights[Math.min(weights.length - 1, (int) Math.round(place))] = 1;
  }

  /** The middle of each band in Hz. */
  double[] centers() {
    return centers;
  }

  /**
   * Sums bins to bands.
   *
   * @param bins [size / 2] powers
   * @return [bands]
   */
  float[] apply(float[] bins) {
    float[] out = new float[weights.length];
    for (int m = 0; m < out.length; m++) {
      double sum = 0;
      for (int b = 0; b < bins.length; b++) {
        sum += weights[m][b] * bins[b];
      }
      out[m] = (float) sum;
    }
    return out;
  }

  private static double toMel(double hertz) {
    return 2595 * Math.log10(1 + hertz / 700);
  }

  private static double toHertz(double mel) {
    return 700 * (Math.pow(10, mel / 2595) - 1);
  }
}
