package myna.resgen.adapt;

import java.util.List;

/** The training step of a pack. All methods may throw {@link myna.codec.NetworkException}. */
public interface StepNetwork extends AutoCloseable {
  /** The batches it takes. */
  BatchShape shape();

  /** The factors that it has gradients for. */
  List<FactorShape> factors();

  /**
   * The loss of a batch.
   *
   * @param additions to the pack's weights
   * @param gradients receives the loss's gradients by the additions
   */
  double loss(Batch batch, Additions additions, Additions gradients);

  @Override
  void close();
}
