package myna.resgen;

import java.util.Arrays;
import myna.codec.NetworkException;

/** Draws vectors from predicted mixtures: top-p over the components, temperature on the noise. */
final class MixtureDraw {
  private final Components components;
  private final SamplingSettings.Draw settings;
  private final double[] probabilities; // [K]
  private final double[] sorted; // [K]

  MixtureDraw(Components components, SamplingSettings.Draw settings) {
    this.components = components;
    this.settings = settings;
    probabilities = new double[components.count()];
    sorted = new double[components.count()];
  }

  /**
   * Draws one frame's vector.
   *
   * @param uniform in [0, 1), chooses the component
   * @param normals [L][d]
   * @param z [L][d]; receives the frame's row
   * @return the confidence: log-density of component and vector per dimension, but for a constant
   * @throws NetworkException if the prediction is not finite
   */
  double draw(Prediction prediction, int frame, double uniform, double[] normals, float[] z) {
    softmax(prediction.logits(), frame * components.count());
    int k = choose(uniform);
    double logScale = prediction.logScale()[frame];
    double scale = Math.exp(logScale);
    int width = components.width();
    double squares = 0;
    for (int c = 0; c < width; c++) {
      int at = frame * width + c;
      double noise = settings.temperature() * normals[at];
      double direction = components.dot(k, c, prediction.coefficients(), frame * components.rank());
      z[at] = (float) (prediction.mean()[at] + scale * (direction + noise));
      squares += noise * noise;
    }
    double confidence = (Math.log(probabilities[k]) - squares / 2) / width - logScale;
    if (!Double.isFinite(confidence) || !Float.isFinite(z[frame * width])) {
      throw new NetworkException("the generator predicted what is no number");
    }
    return confidence;
  }

  private void softmax(float[] logits, int start) {
    double highest = Double.NEGATIVE_INFINITY;
    for (int k = 0; k < probabilities.length; k++) {
      highest = Math.max(highest, logits[start + k]);
    }
    double sum = 0;
    for (int k = 0; k < probabilities.length; k++) {
      probabilities[k] = Math.exp(logits[start + k] - highest);
      sum += probabilities[k];
    }
    for (int k = 0; k < probabilities.length; k++) {
      probabilities[k] /= sum;
    }
  }

  /**
   * The component at which the running sum over the nucleus, in index order, passes the uniform.
   */
  private int choose(double uniform) {
    if (settings.topP() >= 1) {
      return walk(uniform, 0, probabilities.length, sum(probabilities, probabilities.length));
    }
    int candidates = candidates();
    Arrays.sort(sorted, 0, candidates);
    double mass = 0;
    int kept = 0;
    while (mass < settings.topP() && kept < candidates) {
      mass += sorted[candidates - ++kept];
    }
    double least = sorted[candidates - kept];
    int ties = 0;
    while (ties < kept && sorted[candidates - kept + ties] == least) {
      ties++;
    }
    return walk(uniform, least, ties, mass);
  }

  /** Components below (1 - p) / K together hold less than 1 - p, so none is in the nucleus. */
  private int candidates() {
    double floor = (1 - settings.topP()) / probabilities.length;
    int count = 0;
    for (double probability : probabilities) {
      if (probability >= floor) {
        sorted[count++] = probability;
      }
    }
    return count;
  }

  /** Members: probabilities above {@code least}, and the first {@code ties} equal to it. */
  private int walk(double uniform, double least, int ties, double mass) {
    double bound = uniform * mass;
    double running = 0;
    int tiesLeft = ties;
    int last = 0;
    for (int k = 0; k < probabilities.length; k++) {
      double probability = probabilities[k];
      if (probability > least || (probability == least && tiesLeft-- > 0)) {
        running += probability;
        last = k;
        if (running > bound) {
          return k;
        }
      }
    }
    return last;
  }

  private static double sum(double[] values, int count) {
    double sum = 0;
    for (int i = 0; i < count; i++) {
      sum += values[i];
    }
    return sum;
  }
}
