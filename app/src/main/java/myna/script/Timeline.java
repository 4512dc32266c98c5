package myna.script;

/**
 * Lays sound and silence out in time, one after the other, in whole samples. It knows only where it
 * is, so a book of any length takes no memory.
 */
public final class Timeline {
  private final int sampleRate;
  private long at;

  /** A timeline that starts at 0. */
  public Timeline(int sampleRate) {
    this.sampleRate = sampleRate;
  }

  /**
   * Where something is heard.
   *
   * @param start its first sample
   * @param samples how many
   * @param sampleRate per second
   */
  public record Slot(long start, long samples, int sampleRate) {
    /** When it starts, in seconds. */
    public double startSeconds() {
      return (double) start / sampleRate;
    }

    /** When it ends, in seconds. */
    public double endSeconds() {
      return (double) (start + samples) / sampleRate;
    }
  }

  /** Puts sound next. */
  public Slot sound(long samples) {
    Slot slot = new Slot(at, samples, sampleRate);
    at += samples;
    return slot;
  }

  /** Puts silence next. */
  public Slot silence(double seconds) {
    return sound(samples(seconds));
  }

  /** The whole number of samples nearest to a duration. */
  public long samples(double seconds) {
    return Math.round(seconds * sampleRate);
  }

  /** The length so far, in samples. */
  public long length() {
    return at;
  }

  /** Samples per second. */
  public int sampleRate() {
    return sampleRate;
  }
}
