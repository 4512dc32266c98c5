package myna.delivery;

/** How loud what is written is to be. */
public enum Loudness {
  /** As it was spoken. */
  NONE(0, Measure.NOTHING, 0),
  /**
   * What ACX asks of audiobooks: RMS from -23 to -18 dB, peaks below -3 dB, noise floor below -60
   * dB.
   */
  ACX(-20, Measure.RMS_DB, -3.6),
  /** EBU R 128: -23 LUFS, true peaks below -1 dB; samples stay another dB below. */
  R128(-23, Measure.LUFS, -2);

  /** What a preset aims at. */
  enum Measure {
    NOTHING,
    RMS_DB,
    LUFS
  }

  private final double target;
  private final Measure measure;
  private final double highestPeakDb;

  Loudness(double target, Measure measure, double highestPeakDb) {
    this.target = target;
    this.measure = measure;
    this.highestPeakDb = highestPeakDb;
  }

  /** Whether the whole must be measured before any of it is written. */
  public boolean isMeasured() {
    return measure != Measure.NOTHING;
  }

  /** The gain in dB that brings what was measured to the target. */
  public double gainFor(LoudnessReading levels) {
    double now =
        switch (measure) {
          case NOTHING -> 0;
          case RMS_DB -> levels.rmsDb();
          case LUFS -> levels.lufs();
        };
    return Double.isFinite(now) ? target - now : 0;
  }

  /** The level in dB that no sample exceeds. */
  double highestPeakDb() {
    return highestPeakDb;
  }

  /** Whether levels are what the preset promises. */
  public boolean isMetBy(LoudnessReading levels) {
    return switch (this) {
      case NONE -> true;
      case ACX ->
          levels.rmsDb() >= -23
              && levels.rmsDb() <= -18
              && levels.peakDb() < -3
              && levels.floorDb() < -60;
      case R128 -> Math.abs(levels.lufs() + 23) <= 0.5 && levels.peakDb() < -1;
    };
  }
}
