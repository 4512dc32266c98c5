package myna.codec;

/**
 * Residual vector quantization: depth j takes the code nearest to what the depths before it left
 * over (SoundStream, arXiv 2107.03312, section III-C). The search is exact; of equally near codes
 * the lowest wins. Safe for use by several threads: work arrays are the caller's.
 */
public final class ResidualQuantizer {
  /** Scores this close, as a share of the squared norms, are compared again by the distance. */
  private static final double TIE = 1e-5;

  private final Codebooks codebooks;

  /**
   * [D][d][V]: the codebooks, each transposed, so that the search is a series of multiply-adds over
   * V. Scores are doubles for speed too: arrays of two types cannot be the same one, and only where
   * it knows that does the compiler of Java 25 compute several at once.
   */
  private final float[] columns;

  private final double[] halfNorms; // [D][V]: |e|^2 / 2

  /** A quantizer over the given codebooks. */
  public ResidualQuantizer(Codebooks codebooks) {
    this.codebooks = codebooks;
    columns = new float[codebooks.vectors().length];
    halfNorms = new double[codebooks.depth() * codebooks.size()];
    for (int j = 0; j < codebooks.depth(); j++) {
      for (int v = 0; v < codebooks.size(); v++) {
        prepare(j, v);
      }
    }
  }

  private void prepare(int depth, int code) {
    int size = codebooks.size();
    int width = codebooks.width();
    int start = codebooks.start(depth, code);
    double norm = 0;
    for (int c = 0; c < width; c++) {
      float x = codebooks.vectors()[start + c];
      columns[(depth * width + c) * size + code] = x;
      norm += (double) x * x;
    }
    halfNorms[depth * size + code] = norm / 2;
  }

  /** The codebooks searched. */
  public Codebooks codebooks() {
    return codebooks;
  }

  /** Work array for the calls below, [V]: one per thread. */
  public double[] scratch() {
    return new double[codebooks.size()];
  }

  /**
   * Quantizes a residual at some depths, one after the other.
   *
   * @param residual [d] at {@code offset}; what the last of the depths leaves over stays in it
   * @param offset index of the residual's first element
   * @param from first depth, from 0
   * @param to last depth, exclusive
   * @param codes receives the codes of the depths from..to at {@code row + depth}
   * @param row index in codes of depth 0 of this frame
   * @param scratch {@link #scratch()}
   */
  public void quantize(
      float[] residual, int offset, int from, int to, int[] codes, int row, double[] scratch) {
    for (int j = from; j < to; j++) {
      int code = nearest(j, residual, offset, scratch);
      codes[row + j] = code;
      int start = codebooks.start(j, code);
      for (int c = 0; c < codebooks.width(); c++) {
        residual[offset + c] -= codebooks.vectors()[start + c];
      }
    }
  }

  /**
   * Tokens of whole latents.
   *
   * @param latents [L][d]
   * @return [L][D]
   */
  public Tokens encode(float[] latents) {
    int width = codebooks.width();
    if (latents.length % width != 0) {
      throw new IllegalArgumentException(latents.length + " values are no rows of " + width);
    }
    int frames = latents.length / width;
    int[] codes = new int[frames * codebooks.depth()];
    float[] residual = latents.clone();
    double[] scratch = scratch();
    for (int i = 0; i < frames; i++) {
      int row = i * codebooks.depth();
      quantize(residual, i * width, 0, codebooks.depth(), codes, row, scratch);
    }
    return new Tokens(codes, frames, codebooks.depth());
  }

  /**
   * Sum of the code vectors over all depths of the tokens, which may be fewer than the codebooks'.
   *
   * @return [L][d]
   */
  public float[] decode(Tokens tokens) {
    if (tokens.depth() > codebooks.depth()) {
      throw new IllegalArgumentException(
          tokens.depth() + " depths of tokens for " + codebooks.depth() + " codebooks");
    }
    int width = codebooks.width();
    float[] latents = new float[tokens.frames() * width];
    for (int i = 0; i < tokens.frames(); i++) {
      for (int j = 0; j < tokens.depth(); j++) {
        add(j, tokens.at(i, j), latents, i * width);
      }
    }
    return latents;
  }

  /** Adds the vector of a code to the values at an offset. */
  public void add(int depth, int code, float[] values, int offset) {
    int start = codebooks.start(depth, code);
    for (int c = 0; c < codebooks.width(); c++) {
      values[offset + c] += codebooks.vectors()[start + c];
    }
  }

  /** argmin |r - e|^2 = argmin |e|^2 / 2 - r.e, the near ties decided by the distance itself. */
  private int nearest(int depth, float[] residual, int offset, double[] scores) {
    int size = codebooks.size();
    int width = codebooks.width();
    System.arraycopy(halfNorms, depth * size, scores, 0, size);
    double energy = 0;
    for (int c = 0; c < width; c++) {
      double x = residual[offset + c];
      energy += x * x;
      subtractScaled(x, columns, (depth * width + c) * size, scores, size);
    }
    int best = 0;
    for (int v = 1; v < size; v++) {
      if (scores[v] < scores[best]) {
        best = v;
      }
    }
    double bound = scores[best] + TIE * (energy + halfNorms[depth * size + best]);
    return exactlyNearest(depth, residual, offset, scores, bound);
  }

  private static void subtractScaled(double x, float[] from, int start, double[] scores, int size) {
    for (int v = 0; v < size; v++) {
      scores[v] -= x * from[start + v];
    }
  }

  private int exactlyNearest(
      int depth, float[] residual, int offset, double[] scores, double bound) {
    int best = -1;
    double least = Double.POSITIVE_INFINITY;
    for (int v = 0; v < codebooks.size(); v++) {
      if (scores[v] <= bound) {
        double distance = distance(depth, v, residual, offset);
        if (distance < least) {
          least = distance;
          best = v;
        }
      }
    }
    return best;
  }

  private double distance(int depth, int code, float[] residual, int offset) {
    int start = codebooks.start(depth, code);
    double sum = 0;
    for (int c = 0; c < codebooks.width(); c++) {
      double difference = (double) residual[offset + c] - codebooks.vectors()[start + c];
      sum += difference * difference;
    }
    return sum;
  }
}
