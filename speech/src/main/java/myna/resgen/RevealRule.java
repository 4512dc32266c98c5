package myna.resgen;

import myna.codec.NoiseSource;

/** Decides which masked tokens are kept after a step. */
@FunctionalInterface
public interface RevealRule {
  /** Starts the work on one text: work arrays live as long as the result. */
  Revealer start(int frames, int depth);

  /** The rule at work on one text. */
  @FunctionalInterface
  interface Revealer {
    /**
     * Raises the visible counts until {@code masked} tokens in all stay masked. Counts never fall,
     * so what stays visible is always a prefix of the depths.
     *
     * @param visible [L] number of visible depths per frame; changed
     * @param confidence [L] confidence of what was drawn for the frame's masked depths; undefined
     *     where none is masked
     * @param masked tokens that stay masked, at most as many as are masked now
     * @param gumbel factor on Gumbel noise at this step
     * @param noise where the rule's random numbers come from
     */
    void reveal(int[] visible, double[] confidence, int masked, double gumbel, NoiseSource noise);
  }
}
