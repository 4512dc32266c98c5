package myna.voice;

import java.util.Arrays;
import myna.audio.Audio;
import myna.audio.Spectrogram;

/**
 * Estimates the reverberation time from speech alone: where sound stops, a room lets its level fall
 * only so fast, and the distribution of slopes shows that.
 *
 * @see <a href="https://doi.org/10.1109/ICASSP.2008.4517613">J. Wen, E. Habets, P. Naylor, Blind
 *     estimation of reverberation time based on the distribution of signal decay rates, ICASSP
 *     2008</a>
 */
final class ReverberationMeasure {
  private static final double FRAME_SECONDS = 0.008;
  private static final int BANDS = 24;
  private static final double LOWEST_HZ = 300;
  private static final double HIGHEST_HZ = 4000;

  /** A slope is that of a line through so many frames. */
  private static final int LINE = 12;

  /**
   * A line starts so far above the background, and so near to the loudest, and ends above the
   * background.
   */
  private static final double START_ABOVE_FLOOR_DB = 10;

  private static final double START_BELOW_TOP_DB = 35;
  private static final double END_ABOVE_FLOOR_DB = 3;

  private static final int LEAST_LINES = 100;

  /**
   * Fitted to dry speech in simulated rooms of 0.2 to 1.3 s whose direct sound is as strong as the
   * rest: the slopes' root mean square at the reference time, and how the time goes with it.
   */
  private static final double REFERENCE_SLOPE = 162;

  private static final double REFERENCE_SECONDS = 0.2;
  private static final double EXPONENT = 1.92;

  private ReverberationMeasure() {}

  /**
   * The time in which sound fades by 60 dB.
   *
   * @return seconds; not a number where there is too little speech to tell
   */
  static double seconds(Audio audio) {
    Spectrogram spectrogram = Spectrogram.mel(audio, FRAME_SECONDS, BANDS);
    Slopes slopes = new Slopes();
    for (int b = 0; b < BANDS; b++) {
      double hertz = spectrogram.frequencies()[b];
      if (hertz >= LOWEST_HZ && hertz <= HIGHEST_HZ) {
        addBand(spectrogram.levels(), b, slopes);
      }
    }
    return slopes.count < LEAST_LINES
        ? Double.NaN
        : REFERENCE_SECONDS * Math.pow(REFERENCE_SLOPE / slopes.rms(), EXPONENT);
  }

  /** The falling slopes seen so far. */
  private static final class Slopes {
    int count;
    double squares;

    void add(double slope) {
      if (slope < 0) {
        count++;
        squares += slope * slope;
      }
    }

    /** In dB per second. */
    double rms() {
      return Math.sqrt(squares / count);
    }
  }

  private static void addBand(float[][] levels, int band, Slopes slopes) {
    float[] column = new float[levels.length];
    for (int f = 0; f < column.length; f++) {
      column[f] = levels[f][band];
    }
    float[] sorted = column.clone();
    Arrays.sort(sorted);
    double floor = quantile(sorted, 0.05);
    double start =
        Math.max(floor + START_ABOVE_FLOOR_DB, quantile(sorted, 0.95) - START_BELOW_TOP_DB);
    for (int f = 0; f + LINE <= column.length; f++) {
      if (column[f] > start && column[f + LINE - 1] > floor + END_ABOVE_FLOOR_DB) {
        slopes.add(slope(column, f));
      }
    }
  }

  /** The slope of a least-squares line, in dB per second. */
  private static double slope(float[] column, int from) {
    double middle = (LINE - 1) / 2.0;
    double numerator = 0;
    double denominator = 0;
    for (int i = 0; i < LINE; i++) {
      numerator += (i - middle) * column[from + i];
      denominator += (i - middle) * (i - middle);
    }
    return numerator / denominator / FRAME_SECONDS;
  }

  private static double quantile(float[] sorted, double share) {
    return sorted.length == 0 ? 0 : sorted[(int) (share * (sorted.length - 1))];
  }
}
