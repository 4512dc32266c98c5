package myna.resgen;

import java.util.Arrays;
import myna.codec.NoiseSource;

/**
 * Keeps the tokens of the most confident frames first, as far ahead of the others as the masks of
 * training were uneven.
 *
 * <p>Training masks n of L*D tokens and a frame's share of them is hypergeometric, so at any time
 * the visible depths of the frames differ with variance D q (1 - q), q = n / (L D); where some
 * tokens are known from the start, q is the share of the others. Frames are ranked by confidence
 * plus Gumbel noise; the token of rank s in [0, 1) at depth j gets priority j + W s, where W is the
 * width of the uniform law of that variance; and the tokens of least priority are kept. That keeps
 * exactly the number asked for, always a prefix, and never masks again what was kept. With spread 0
 * all frames are refined in step, from the coarsest depth on; with a large one, frame by frame.
 *
 * <p>Noise: one uniform per frame and step, in frame order. The rule is our own; the paper asks for
 * confidence, Gumbel noise and the prefix, and leaves the rest open (arXiv 2412.10208).
 */
public final class SpreadRule implements RevealRule {
  private static final double EDGE = 1e-9; // keeps the logarithms of a uniform finite

  private final double spread;

  /**
   * A rule.
   *
   * @param spread 1 for the unevenness of training, at least 0
   */
  public SpreadRule(double spread) {
    if (!(spread >= 0)) {
      throw new IllegalArgumentException("spread " + spread);
    }
    this.spread = spread;
  }

  @Override
  public Revealer start(int frames, int depth) {
    return new Work(frames, depth, spread);
  }

  /** -log(-log u): standard Gumbel. */
  static double gumbel(double uniform) {
    return -Math.log(-Math.log(Math.clamp(uniform, EDGE, 1 - EDGE)));
  }

  private static final class Work implements Revealer {
    private final int depth;
    private final double spread;
    private final double[] uniforms; // [L]
    private final double[] scores; // [L]
    private final int[] order; // [L] unfinished frames by falling score
    private final double[] priorities; // [L*D] of the masked tokens
    private int missing; // tokens before the first step

    Work(int frames, int depth, double spread) {
      this.depth = depth;
      this.spread = spread;
      uniforms = new double[frames];
      scores = new double[frames];
      order = new int[frames];
      priorities = new double[frames * depth];
    }

    @Override
    public void reveal(
        int[] visible, double[] confidence, int masked, double gumbel, NoiseSource noise) {
      noise.uniforms(uniforms);
      for (int i = 0; i < scores.length; i++) {
        scores[i] = confidence[i] + gumbel * gumbel(uniforms[i]);
      }
      int unfinished = rank(visible);
      missing = missing == 0 ? missing(visible) : missing;
      double share = (double) masked / missing;
      double width = spread * Math.sqrt(12 * depth * share * (1 - share));
      int tokens = collect(visible, unfinished, width);
      int kept = tokens - masked;
      if (kept <= 0) {
        return;
      }
      Arrays.sort(priorities, 0, tokens);
      double last = priorities[kept - 1];
      int ties = kept;
      while (ties > 0 && priorities[kept - ties] != last) {
        ties--;
      }
      keep(visible, unfinished, width, last, ties);
    }

    private int missing(int[] visible) {
      int count = 0;
      for (int kept : visible) {
        count += depth - kept;
      }
      return count;
    }

    /** Insertion sort: stable, so that ties go to the lower frame, and without garbage. */
    private int rank(int[] visible) {
      int count = 0;
      for (int i = 0; i < visible.length; i++) {
        if (visible[i] < depth) {
          int at = count++;
          while (at > 0 && scores[order[at - 1]] < scores[i]) {
            order[at] = order[at - 1];
            at--;
          }
          order[at] = i;
        }
      }
      return count;
    }

    private int collect(int[] visible, int unfinished, double width) {
      int tokens = 0;
      for (int rank = 0; rank < unfinished; rank++) {
        for (int j = visible[order[rank]]; j < depth; j++) {
          priorities[tokens++] = priority(j, rank, unfinished, width);
        }
      }
      return tokens;
    }

    private void keep(int[] visible, int unfinished, double width, double last, int ties) {
      int tiesLeft = ties;
      for (int rank = 0; rank < unfinished; rank++) {
        int frame = order[rank];
        while (visible[frame] < depth) {
          double priority = priority(visible[frame], rank, unfinished, width);
          if (priority > last || (priority == last && tiesLeft-- <= 0)) {
            break;
          }
          visible[frame]++;
        }
      }
    }

    private static double priority(int depth, int rank, int unfinished, double width) {
      return depth + width * rank / unfinished;
    }
  }
}
