package myna.voice;

import myna.audio.Audio;
import myna.audio.Spectrogram;
import myna.audio.VoiceActivity;

/** Finds the frequency above which a recording holds nothing: that of a telephone is 3.4 kHz. */
final class BandwidthMeasure {
  /**
   * Bands whose loudest twentieth of frames lies deeper than this under the strongest band are
   * empty.
   */
  private static final double DEPTH_DB = 62;

  private static final double SMOOTH_HZ = 250;

  private BandwidthMeasure() {}

  /**
   * The bandwidth.
   *
   * @return Hz, at most half the sample rate; not a number without speech
   */
  static double hertz(Audio audio, VoiceActivity activity) {
    Spectrogram spectrogram = Spectrogram.of(audio, VoiceActivity.FRAME_SECONDS);
    double[] mean = activeMean(spectrogram, activity);
    if (mean.length == 0) {
      return Double.NaN;
    }
    double[] smooth = smoothed(mean, spectrogram.frequencies()[1]);
    double strongest = 0;
    for (double power : smooth) {
      strongest = Math.max(strongest, power);
    }
    double least = strongest * Math.pow(10, -DEPTH_DB / 10);
    int band = smooth.length - 1;
    while (band > 0 && smooth[band] < least) {
      band--;
    }
    return spectrogram.frequencies()[band];
  }

  private static double[] activeMean(Spectrogram spectrogram, VoiceActivity activity) {
    double[] mean = new double[spectrogram.bands()];
    int count = 0;
    for (int f = 0; f < Math.min(spectrogram.frames(), activity.active().length); f++) {
      if (activity.active()[f]) {
        count++;
        for (int b = 0; b < mean.length; b++) {
          mean[b] += Math.pow(10, spectrogram.levels()[f][b] / 10.0);
        }
      }
    }
    for (int b = 0; b < mean.length; b++) {
      mean[b] /= Math.max(1, count);
    }
    return count == 0 ? new double[0] : mean;
  }

  private static double[] smoothed(double[] powers, double binHertz) {
    int reach = Math.max(1, (int) (SMOOTH_HZ / binHertz / 2));
    double[] smooth = new double[powers.length];
    for (int b = 0; b < powers.length; b++) {
      int from = Math.max(0, b - reach);
      int to = Math.min(powers.length, b + reach + 1);
      for (int i = from; i < to; i++) {
        smooth[b] += powers[i] / (to - from);
      }
    }
    return smooth;
  }
}
