package myna.speech;

import java.util.Arrays;

/**
 * Brings speech to the level of audiobooks, piece by piece: the gain follows from all that was
 * heard so far, and changes only in pauses. So a piece can be handed out before the next is made,
 * and what is handed out in pieces is what the whole would be.
 */
final class Leveller {
  /** Active level of what is spoken, RMS in dB of full scale: that of audiobooks. */
  private static final double LEVEL = -20;

  private static final double HIGHEST_PEAK = 0.89; // -1 dB
  private static final double MOST_GAIN = 12;
  private static final double RAMP_SECONDS = 0.005;

  private final int sampleRate;
  private float[] heard = {};
  private float gain = 1;
  private boolean started;

  Leveller(int sampleRate) {
    this.sampleRate = sampleRate;
  }

  /** Forgets what was heard: another voice speaks. */
  void restart() {
    heard = new float[0];
  }

  /** Scales the samples of a piece in place. */
  void level(Piece piece) {
    float[] samples = piece.samples();
    hear(samples);
    boolean loud = peak(samples, 0, piece.pause()) * gain > HIGHEST_PEAK;
    int change = loud || !started ? 0 : piece.pause();
    float next = gain(samples, change);
    int ramp = started ? (int) (RAMP_SECONDS * sampleRate) : 0;
    for (int t = 0; t < samples.length; t++) {
      float share = Math.clamp((t - change + 1) / (float) (ramp + 1), 0, 1);
      samples[t] *= share == 1 ? next : gain + share * (next - gain);
    }
    gain = next;
    started = true;
  }

  private void hear(float[] samples) {
    int before = heard.length;
    heard = Arrays.copyOf(heard, before + samples.length);
    System.arraycopy(samples, 0, heard, before, samples.length);
  }

  /** The gain for what was heard so far, held back for the peak of what it is used on. */
  private float gain(float[] samples, int from) {
    double level = ActiveLevel.of(heard, sampleRate);
    double wanted = Double.isFinite(level) ? Math.clamp(LEVEL - level, -MOST_GAIN, MOST_GAIN) : 0;
    double factor = StrictMath.pow(10, wanted / 20);
    float peak = peak(samples, from, samples.length);
    return (float) (peak * factor > HIGHEST_PEAK ? HIGHEST_PEAK / peak : factor);
  }

  private static float peak(float[] samples, int from, int to) {
    float peak = 0;
    for (int t = from; t < to; t++) {
      peak = Math.max(peak, Math.abs(samples[t]));
    }
    return peak;
  }
}
