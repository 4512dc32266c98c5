package myna.voice;

/** How good something is for a reference, worst first. */
public enum Grade {
  /** It will be heard in what is spoken. */
  POOR,
  /** It may be heard. */
  FAIR,
  /** Nothing to do. */
  GOOD;

  /** The worse of two. */
  public Grade worse(Grade other) {
    return compareTo(other) < 0 ? this : other;
  }

  /**
   * GOOD where a value is at least {@code good}, FAIR where it is at least {@code fair} or not a
   * number, which is what cannot be told; else POOR.
   */
  static Grade atLeast(double value, double good, double fair) {
    return value >= good ? GOOD : value < fair ? POOR : FAIR;
  }
}
