package myna.delivery;

import java.util.Locale;
import myna.audio.LoudnessMeter;

/**
 * How loud something is.
 *
 * @param lufs integrated loudness (ITU-R BS.1770)
 * @param rmsDb level of the root of the mean square, in dB of full scale
 * @param peakDb level of the largest sample
 * @param floorDb level of the quietest half second
 */
public record LoudnessReading(double lufs, double rmsDb, double peakDb, double floorDb) {
  /** What a meter was told so far. */
  public static LoudnessReading of(LoudnessMeter meter) {
    return new LoudnessReading(
        meter.integratedLufs(), meter.rmsDb(), meter.peakDb(), meter.noiseFloorDb());
  }

  @Override
  public String toString() {
    return String.format(
        Locale.ROOT,
        "%.1f LUFS, RMS %.1f dB, peak %.1f dB, floor %.1f dB",
        lufs,
        rmsDb,
        peakDb,
        floorDb);
  }
}
