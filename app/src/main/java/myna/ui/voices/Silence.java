package myna.ui.voices;

/**
 * Tells when somebody has read to the end: enough was said, and then nothing for a while.
 *
 * <p>What counts as nothing is measured against the loudest half second so far, so that it works in
 * a quiet room as in a loud one.
 */
final class Silence {
  /** The level of no sound at all, in dB relative to full scale. */
  static final double NOTHING_DB = -120;

  /** Length of a chunk. */
  static final double CHUNK_SECONDS = 0.02;

  private static final double ENOUGH_SPEECH_SECONDS = 6;
  private static final double QUIET_SECONDS = 2;
  private static final double QUIET_BELOW_LOUDEST_DB = 24;

  private double loudest = NOTHING_DB;
  private int chunks;
  private int spoken;
  private int quiet;

  /**
   * Takes the level of the next chunk.
   *
   * @return whether the speaker has come to an end
   */
  boolean isOver(double level) {
    chunks++;
    loudest = Math.max(level, loudest - 0.02);
    if (level > loudest - QUIET_BELOW_LOUDEST_DB) {
      spoken++;
      quiet = 0;
    } else {
      quiet++;
    }
    return spoken * CHUNK_SECONDS >= ENOUGH_SPEECH_SECONDS
        && quiet * CHUNK_SECONDS >= QUIET_SECONDS;
  }

  /** Heard so far. */
  double seconds() {
    return chunks * CHUNK_SECONDS;
  }
}
