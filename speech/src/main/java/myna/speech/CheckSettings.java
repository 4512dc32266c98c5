package myna.speech;

/**
 * How what was spoken is checked by the model's own ear.
 *
 * @param takes how often a chunk with a doubtful word is spoken at most, with another seed each
 *     time; 0 does not listen at all, 1 listens and reports
 * @param compared how many takes are made of every chunk at least; the one is kept that is heard
 *     best and sounds most like the voice
 */
public record CheckSettings(int takes, int compared) {
  /** Nobody listens. */
  public static final CheckSettings OFF = new CheckSettings(0, 1);

  /** The most takes that can be compared. */
  public static final int MOST_COMPARED = 20;

  private static final int TAKES = 3;

  /** Checks the numbers. */
  public CheckSettings {
    if (takes < 0) {
      throw new IllegalArgumentException(takes + " takes");
    }
    if (compared < 1 || compared > MOST_COMPARED) {
      throw new IllegalArgumentException(
          "best must be from 1 to " + MOST_COMPARED + ", not " + compared);
    }
  }

  /** The same, but what is doubtful is taken again, or nobody minds. */
  public CheckSettings verifying(boolean on) {
    return new CheckSettings(on ? TAKES : 0, compared);
  }

  /** The same with another number of takes to choose from. */
  public CheckSettings comparing(int other) {
    return new CheckSettings(takes, other);
  }

  /** Whether anybody listens. */
  public boolean listens() {
    return takes > 0 || compared > 1;
  }
}
