package myna.audio;

/** Simple measures of level, and gain. Levels are in dB relative to full scale. */
public final class Levels {
  private Levels() {}

  /** The level of the root of the mean square; negative infinity for silence. */
  public static double rmsDb(Audio audio) {
    return rmsDb(audio.samples(), 0, audio.length());
  }

  /** The level of samples from, inclusive, to, exclusive. */
  static double rmsDb(float[] samples, int from, int to) {
    double sum = 0;
    for (int t = from; t < to; t++) {
      sum += (double) samples[t] * samples[t];
    }
    return 10 * Math.log10(sum / Math.max(1, to - from));
  }

  /** The level of the largest sample; negative infinity for silence. */
  public static double peakDb(Audio audio) {
    return 20 * Math.log10(peak(audio));
  }

  /** The largest absolute value. */
  public static float peak(Audio audio) {
    float peak = 0;
    for (float sample : audio.samples()) {
      peak = Math.max(peak, Math.abs(sample));
    }
    return peak;
  }

  /** The audio, louder by a gain; what then lies outside [-1, 1] is clipped. */
  public static Audio amplify(Audio audio, double gainDb) {
    double factor = StrictMath.pow(10, gainDb / 20);
    float[] out = new float[audio.length()];
    for (int t = 0; t < out.length; t++) {
      out[t] = (float) Math.clamp(audio.samples()[t] * factor, -1.0, 1.0);
    }
    return new Audio(out, audio.sampleRate());
  }

  /**
   * Brings the audio to a level without clipping.
   *
   * @param rmsDb wanted level
   * @param highestPeakDb level above which no peak may lie; the gain is held back for it
   * @return silence as it is
   */
  public static Audio normalize(Audio audio, double rmsDb, double highestPeakDb) {
    double peak = peakDb(audio);
    if (Double.isInfinite(peak)) {
      return audio;
    }
    return amplify(audio, Math.min(rmsDb - rmsDb(audio), highestPeakDb - peak));
  }
}
