package myna.voice;

import java.util.ArrayList;
import java.util.List;

/**
 * Splits the frames of a clip into two groups that differ as much as can be: what two voices would
 * be.
 *
 * <p>The best single change point first, as in S. Chen, P. Gopalakrishnan, Speaker, environment and
 * channel change detection and clustering via the Bayesian information criterion, 1998; then chunks
 * change sides as long as that helps.
 */
final class SpeakerSplit {
  private static final int CHUNK_FRAMES = 50;
  private static final int LEAST_CHUNKS = 3;
  private static final int ROUNDS = 3;

  /** The fewest frames that can be split. */
  static final int LEAST_FRAMES = 2 * LEAST_CHUNKS * CHUNK_FRAMES;

  private final List<Gaussian> chunks = new ArrayList<>();
  private final Gaussian all;
  private final boolean[] second;
  private final double gain;

  /**
   * Splits.
   *
   * @param frames [N][C], at least {@link #LEAST_FRAMES}
   */
  SpeakerSplit(double[][] frames) {
    int count = frames.length / CHUNK_FRAMES;
    all = new Gaussian(frames[0].length);
    for (int c = 0; c < count; c++) {
      Gaussian chunk = new Gaussian(frames[0].length);
      int to = c == count - 1 ? frames.length : (c + 1) * CHUNK_FRAMES;
      for (int f = c * CHUNK_FRAMES; f < to; f++) {
        chunk.add(frames[f]);
      }
      chunks.add(chunk);
      all.add(chunk, 1);
    }
    second = bestChangePoint();
    gain = improve();
  }

  /** Whether a frame is in the second group. */
  boolean isSecond(int frame) {
    return second[Math.min(frame / CHUNK_FRAMES, second.length - 1)];
  }

  /** How much less two descriptions cost than one, for each frame that could tell them apart. */
  double gain() {
    Gaussian group = group();
    double inGroup = group.count();
    return gain * all.count() / (inGroup * (all.count() - inGroup));
  }

  private boolean[] bestChangePoint() {
    boolean[] best = new boolean[chunks.size()];
    double bestGain = Double.NEGATIVE_INFINITY;
    Gaussian left = new Gaussian(all.size());
    for (int c = 1; c <= chunks.size() - LEAST_CHUNKS; c++) {
      left.add(chunks.get(c - 1), 1);
      double split = c < LEAST_CHUNKS ? Double.NEGATIVE_INFINITY : gainOf(left);
      if (split > bestGain) {
        bestGain = split;
        for (int i = 0; i < best.length; i++) {
          best[i] = i >= c;
        }
      }
    }
    return best;
  }

  /** Moves single chunks to the other group while that helps; tells the gain reached. */
  private double improve() {
    Gaussian group = group();
    double best = gainOf(group);
    for (int round = 0; round < ROUNDS; round++) {
      for (int c = 0; c < second.length; c++) {
        int sign = second[c] ? -1 : 1;
        group.add(chunks.get(c), sign);
        second[c] = !second[c];
        double moved = isAllowed() ? gainOf(group) : Double.NEGATIVE_INFINITY;
        if (moved > best) {
          best = moved;
        } else {
          group.add(chunks.get(c), -sign);
          second[c] = !second[c];
        }
      }
    }
    return best;
  }

  private boolean isAllowed() {
    int count = 0;
    for (boolean inSecond : second) {
      count += inSecond ? 1 : 0;
    }
    return count >= LEAST_CHUNKS && second.length - count >= LEAST_CHUNKS;
  }

  private Gaussian group() {
    Gaussian group = new Gaussian(all.size());
    for (int c = 0; c < second.length; c++) {
      if (second[c]) {
        group.add(chunks.get(c), 1);
      }
    }
    return group;
  }

  private double gainOf(Gaussian group) {
    Gaussian rest = new Gaussian(all.size());
    rest.add(all, 1);
    rest.add(group, -1);
    return all.cost() - group.cost() - rest.cost();
  }
}
