package myna.speech;

import java.util.Locale;

/** How much work is put into what is spoken. */
public enum Quality {
  /** Half as many sampling steps as the pack usually takes. */
  DRAFT(1),
  /** As many. */
  GOOD(1),
  /** As many, and the best of several takes is kept. */
  BEST(3);

  private final int takes;

  Quality(int takes) {
    this.takes = takes;
  }

  /** The number of steps of a take. */
  public int steps(int usual) {
    return this == DRAFT ? Math.max(1, usual / 2) : usual;
  }

  /** How many takes are compared; see {@link CheckSettings#compared}. */
  public int takes() {
    return takes;
  }

  /** The value of {@link Knob#QUALITY} for it. */
  public String key() {
    return name().toLowerCase(Locale.ROOT);
  }

  /**
   * The quality of a name.
   *
   * @throws IllegalArgumentException if there is none
   */
  static Quality of(String key) {
    for (Quality quality : values()) {
      if (quality.key().equals(key)) {
        return quality;
      }
    }
    throw new IllegalArgumentException("quality must be draft, good or best, not '" + key + "'");
  }
}
