package myna.resgen;

/**
 * What the network says of each frame's sum of masked code vectors: a mixture of Gaussians with the
 * means {@code mean + exp(logScale) U_k coefficients} and one isotropic deviation exp(logScale).
 * All arrays are row-major, owned by the record, and filled anew by each evaluation.
 *
 * @param logits [L][K]
 * @param mean [L][d]
 * @param coefficients [L][r]
 * @param logScale [L], natural logarithm
 */
public record Prediction(float[] logits, float[] mean, float[] coefficients, float[] logScale) {
  /** Room for the prediction of this many frames. */
  public static Prediction of(int frames, Components components) {
    return new Prediction(
        new float[frames * components.count()],
        new float[frames * components.width()],
        new float[frames * components.rank()],
        new float[frames]);
  }
}
