package myna.ui.sound;

/** Notices that something which should grow no longer does. Used by one thread. */
final class StallWatch {
  private static final long MOST_NANOS = 3_000_000_000L;

  private double last = Double.NaN;
  private long since;

  /** Whether {@code value} has been what it is for too long. */
  boolean isStalled(double value) {
    long now = System.nanoTime();
    if (value != last) {
      last = value;
      since = now;
    }
    return now - since > MOST_NANOS;
  }

  /** What stands still now, stands still on purpose. */
  void rest() {
    last = Double.NaN;
  }
}
