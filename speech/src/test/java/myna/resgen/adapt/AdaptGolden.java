package myna.resgen.adapt;

/** Steps on one batch at one rate, for a comparison with PyTorch. */
public final class AdaptGolden {
  private AdaptGolden() {}

  /** Takes steps; the additions change. */
  public static void descend(
      StepNetwork network, Batch batch, Additions additions, int steps, double rate) {
    AdamW optimizer = new AdamW(additions);
    Additions gradients = Additions.zero(additions.shapes());
    for (int i = 0; i < steps; i++) {
      network.loss(batch, additions, gradients);
      optimizer.step(additions, gradients, rate);
    }
  }
}
