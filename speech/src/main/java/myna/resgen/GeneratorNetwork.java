package myna.resgen;

/**
 * The generator, bound to one text, one reference and one guidance: what does not change between
 * steps is handed to the network once. Close it when the text is done.
 */
public interface GeneratorNetwork extends AutoCloseable {
  /** L, the length of the text in frames. */
  int frames();

  /**
   * One evaluation of the network.
   *
   * @param visible [L][d] sum of the visible tokens' code vectors, zero where none is visible
   * @param depths [L] number of visible depths, each in [0, D]
   * @param guided whether the guidance takes part, which costs a second branch
   * @param into receives the prediction of all frames
   * @throws myna.codec.NetworkException if the network cannot be evaluated
   */
  void evaluate(float[] visible, int[] depths, boolean guided, Prediction into);

  @Override
  void close();
}
