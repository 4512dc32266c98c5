package myna.speech;

import java.util.Locale;

/** How many steps the sampler takes, relative to what the pack usually takes. */
public enum Quality {
  /** Half as many. */
  DRAFT,
  /** As many. */
  GOOD,
  /** Twice as many. */
  BEST;

  /** The number of steps. */
  public int steps(int usual) {
    return switch (this) {
      case DRAFT -> Math.max(1, usual / 2);
      case GOOD -> usual;
      case BEST -> 2 * usual;
    };
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
