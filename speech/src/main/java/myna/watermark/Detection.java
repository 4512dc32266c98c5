package myna.watermark;

/**
 * What was found in a piece of sound.
 *
 * @param score the correlation with the pattern at its best place, in standard deviations of what
 *     sound without a mark gives
 * @param falseAlarm at most this likely would sound without a mark score as high somewhere in the
 *     piece (Hoeffding, Probability inequalities for sums of bounded random variables, 1963, times
 *     the places that were tried), in [0, 1]
 * @param from seconds into the piece at which the stretch with the best score begins
 * @param to seconds at which it ends
 */
public record Detection(double score, double falseAlarm, double from, double to) {
  /** A piece is taken for marked where a false alarm is at most this likely. */
  public static final double HIGHEST_FALSE_ALARM = 1e-5;

  /** From here down a piece that is not taken for marked is doubtful. */
  static final double HIGHEST_DOUBT = 1e-2;

  /** In a shorter piece even a mark that is there is too likely to be missed. */
  public static final double SHORTEST_SECONDS = 1;

  /** Nothing was found. */
  static final Detection NONE = new Detection(0, 1, 0, 0);

  /** What can be said of a piece. */
  public enum Verdict {
    /** It carries Myna's mark. */
    MARKED,
    /** Unmarked sound is seldom so much like marked sound, but not seldom enough for a yes. */
    DOUBTFUL,
    /** Unmarked sound is like this. */
    UNMARKED,
    /** It is too short to say that there is no mark. */
    TOO_SHORT
  }

  /** Whether the sound carries Myna's mark. */
  public boolean isMarked() {
    return falseAlarm <= HIGHEST_FALSE_ALARM;
  }

  /** What can be said of the piece. */
  public Verdict verdict() {
    if (isMarked()) {
      return Verdict.MARKED;
    }
    if (to - from < SHORTEST_SECONDS) {
      return Verdict.TOO_SHORT;
    }
    return falseAlarm <= HIGHEST_DOUBT ? Verdict.DOUBTFUL : Verdict.UNMARKED;
  }

  /**
   * @param tried places at which the score could have been found
   */
  static Detection of(double score, long tried, double from, double to) {
    double chance = score <= 0 ? 1 : Math.min(1, tried * StrictMath.exp(-score * score / 2));
    return new Detection(score, chance, from, to);
  }

  Detection orBetter(Detection other) {
    return other.falseAlarm < falseAlarm || (other.falseAlarm == falseAlarm && other.score > score)
        ? other
        : this;
  }
}
