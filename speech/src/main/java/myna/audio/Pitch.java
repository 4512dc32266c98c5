package myna.audio;

import be.tarsos.dsp.pitch.FastYin;
import be.tarsos.dsp.pitch.PitchDetectionResult;
import java.util.Arrays;

/**
 * The fundamental frequency of a voice over time.
 *
 * @see <a href="https://doi.org/10.1121/1.1458024">A. de Cheveigné, H. Kawahara, YIN, a fundamental
 *     frequency estimator for speech and music, JASA 111, 2002</a>
 */
public final class Pitch {
  private static final double WINDOW_SECONDS = 0.064;
  private static final double LOWEST_HZ = 65;
  private static final double HIGHEST_HZ = 400;
  private static final double LEAST_PROBABILITY = 0.85;

  private Pitch() {}

  /**
   * Tracks the pitch.
   *
   * @param frameSeconds from one frame to the next
   * @return [F] in Hz, from 65 to 400, or not a number where nothing is voiced; frame f is centred
   *     at f times {@code frameSeconds}
   */
  public static double[] track(Audio audio, double frameSeconds) {
    double hop = frameSeconds * audio.sampleRate();
    int size = (int) Math.round(WINDOW_SECONDS * audio.sampleRate());
    FastYin yin = new FastYin(audio.sampleRate(), size);
    double[] hertz = new double[audio.length() == 0 ? 0 : 1 + (int) ((audio.length() - 1) / hop)];
    float[] buffer = new float[size];
    for (int f = 0; f < hertz.length; f++) {
      int from = (int) Math.round(f * hop) - size / 2;
      boolean whole = from >= 0 && from + size <= audio.length();
      hertz[f] = whole ? pitch(yin, audio.samples(), from, buffer) : Double.NaN;
    }
    return hertz;
  }

  private static double pitch(FastYin yin, float[] samples, int from, float[] buffer) {
    System.arraycopy(samples, from, buffer, 0, buffer.length);
    PitchDetectionResult result = yin.getPitch(buffer);
    double hertz = result.getPitch();
    boolean sure = result.isPitched() && result.getProbability() > LEAST_PROBABILITY;
    return sure && hertz >= LOWEST_HZ && hertz <= HIGHEST_HZ ? hertz : Double.NaN;
  }

  /** The middle of the frames that are voiced, in Hz; not a number where none is. */
  public static double median(double[] track) {
    double[] voiced = Arrays.stream(track).filter(hertz -> !Double.isNaN(hertz)).sorted().toArray();
    return voiced.length == 0 ? Double.NaN : voiced[voiced.length / 2];
  }
}
