package myna.speech;

/**
 * The likeliest path of frames through a chain of states, each at least one frame long, where some
 * may be skipped (Viterbi, 1967; a hidden Markov model without transition scores).
 *
 * @param symbols [S] what each state emits
 * @param optional [S] whether it may be skipped; no two neighbours may
 */
record ForcedAlignment(int[] symbols, boolean[] optional) {
  private static final float NEVER = -1e30f;

  /**
   * Aligns.
   *
   * @param scores [L][P] log-probability of each symbol in each frame
   * @param width P
   * @return [L] state of each frame; where there are fewer frames than states that may not be
   *     skipped, the path does not reach the end
   */
  int[] path(float[] scores, int width) {
    int frames = scores.length / width;
    int states = symbols.length;
    byte[] steps = new byte[frames * states];
    float[] best = new float[states];
    float[] next = new float[states];
    for (int s = 0; s < states; s++) {
      best[s] = mayStart(s) ? scores[symbols[s]] : NEVER;
    }
    for (int t = 1; t < frames; t++) {
      for (int s = 0; s < states; s++) {
        int step = bestStep(best, s);
        steps[t * states + s] = (byte) step;
        next[s] = Math.max(NEVER, best[s - step] + scores[t * width + symbols[s]]);
      }
      float[] spare = best;
      best = next;
      next = spare;
    }
    return trace(steps, frames, lastState(best));
  }

  private boolean mayStart(int state) {
    return state == 0 || (state == 1 && optional[0]);
  }

  private int bestStep(float[] best, int state) {
    int step = 0;
    if (state >= 1 && best[state - 1] > best[state]) {
      step = 1;
    }
    if (state >= 2 && optional[state - 1] && best[state - 2] > best[state - step]) {
      step = 2;
    }
    return step;
  }

  private int lastState(float[] best) {
    int last = symbols.length - 1;
    boolean before = last > 0 && optional[last] && best[last - 1] > best[last];
    int state = before ? last - 1 : last;
    while (state > 0 && best[state] <= NEVER) {
      state--;
    }
    return state;
  }

  private int[] trace(byte[] steps, int frames, int last) {
    int[] path = new int[frames];
    int state = last;
    for (int t = frames - 1; t >= 0; t--) {
      path[t] = state;
      state -= steps[t * symbols.length + state];
    }
    return path;
  }
}
