package myna.resgen.adapt;

/**
 * AdamW without decay (Loshchilov and Hutter, arXiv 1711.05101): every number takes steps of about
 * the learning rate, whatever the size of its gradient. Gradients are shortened to a norm of 1.
 */
final class AdamW {
  private static final double BETA1 = 0.9;
  private static final double BETA2 = 0.98;
  private static final double EPSILON = 1e-8;
  private static final double LONGEST = 1;

  private final Additions first;
  private final Additions second;
  private int steps;

  AdamW(Additions like) {
    first = Additions.zero(like.shapes());
    second = Additions.zero(like.shapes());
  }

  /** Takes a step against the gradient. */
  void step(Additions weights, Additions gradients, double rate) {
    steps++;
    double shortening = Math.min(1, LONGEST / (norm(gradients) + 1e-6));
    double stride = rate / (1 - Math.pow(BETA1, steps));
    double spread = Math.sqrt(1 - Math.pow(BETA2, steps));
    for (int f = 0; f < weights.values().size(); f++) {
      float[] w = weights.values().get(f);
      float[] g = gradients.values().get(f);
      float[] m = first.values().get(f);
      float[] v = second.values().get(f);
      for (int i = 0; i < w.length; i++) {
        double slope = g[i] * shortening;
        m[i] = (float) (BETA1 * m[i] + (1 - BETA1) * slope);
        v[i] = (float) (BETA2 * v[i] + (1 - BETA2) * slope * slope);
        w[i] -= (float) (stride * m[i] / (Math.sqrt(v[i]) / spread + EPSILON));
      }
    }
  }

  private static double norm(Additions gradients) {
    double sum = 0;
    for (float[] gradient : gradients.values()) {
      for (float value : gradient) {
        sum += (double) value * value;
      }
    }
    return Math.sqrt(sum);
  }
}
