package myna.speech;

/**
 * How what was spoken is checked by the model's own ear.
 *
 * @param takes how often a sentence with a doubtful word is spoken at most, with another seed each
 *     time; 0 does not listen at all, 1 listens and reports
 * @param doubtful score below which a word counts as garbled, see {@link SpokenWord#score}
 */
public record CheckSettings(int takes, double doubtful) {
  /** Nobody listens. */
  public static final CheckSettings OFF = new CheckSettings(0, Double.NEGATIVE_INFINITY);

  /** Listens, and takes a doubtful sentence again. */
  public static final CheckSettings ON = new CheckSettings(3, -4);

  /** Checks the number of takes. */
  public CheckSettings {
    if (takes < 0) {
      throw new IllegalArgumentException(takes + " takes");
    }
  }
}
