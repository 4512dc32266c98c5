package myna.voice;

import java.util.Arrays;
import myna.audio.VoiceActivity;

/** How far speech stands out from what is heard in its pauses. */
final class NoiseMeasure {
  /** The share of frames that are taken for pauses, even where somebody speaks without any. */
  private static final double QUIETEST = 0.05;

  private NoiseMeasure() {}

  /**
   * The signal-to-noise ratio.
   *
   * @return dB, at most 96; not a number without speech
   */
  static double snrDb(VoiceActivity activity) {
    double speech = speechDb(activity);
    double[] sorted = activity.levels().clone();
    Arrays.sort(sorted);
    if (sorted.length == 0) {
      return Double.NaN;
    }
    double noise = sorted[(int) (QUIETEST * (sorted.length - 1))];
    return Math.min(96, speech - noise);
  }

  /** The mean power of active frames in dB relative to full scale; not a number without speech. */
  static double speechDb(VoiceActivity activity) {
    double sum = 0;
    int count = 0;
    for (int f = 0; f < activity.active().length; f++) {
      if (activity.active()[f]) {
        sum += Math.pow(10, activity.levels()[f] / 10);
        count++;
      }
    }
    return count == 0 ? Double.NaN : 10 * Math.log10(sum / count);
  }
}
