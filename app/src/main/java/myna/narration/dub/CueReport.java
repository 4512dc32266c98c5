package myna.narration.dub;

import myna.narration.read.TimedCue;

/**
 * How a cue was spoken. All times are in seconds.
 *
 * @param spoken when the first phoneme is heard
 * @param done when the last phoneme was heard
 * @param speed that it was spoken at
 * @param clear until when nobody else speaks
 */
public record CueReport(TimedCue cue, double spoken, double done, double speed, double clear) {
  /** What nobody notices. */
  private static final double TOLERANCE = 0.05;

  private static final double ROUNDING = 1e-3;

  /** How much later than the cue it starts. */
  public double late() {
    return Math.max(0, spoken - cue.start());
  }

  /** How much longer than the cue it goes on. */
  public double over() {
    return Math.max(0, done - cue.end());
  }

  /** How it fits. */
  public Verdict verdict() {
    if (late() > TOLERANCE) {
      return Verdict.LATE;
    }
    if (over() <= ROUNDING) {
      return Verdict.FITS;
    }
    return done > clear + ROUNDING ? Verdict.TOO_LONG : Verdict.BORROWS;
  }

  /** The ways in which a cue fits, or does not. */
  public enum Verdict {
    /** It is spoken while it is shown. */
    FITS,
    /** It goes on in the silence behind it. */
    BORROWS,
    /** It goes on until the next one should have started. */
    TOO_LONG,
    /** It starts late, because the one before it was too long. */
    LATE
  }
}
