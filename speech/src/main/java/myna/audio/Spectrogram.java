package myna.audio;

import be.tarsos.dsp.util.fft.FFT;
import java.util.Arrays;

/**
 * What a recording is made of over time, as data for a picture or a measure.
 *
 * @param levels [F][B] in dB relative to a sine of full scale, from {@link #FLOOR_DB} up; bands
 *     from low to high; owned by the record
 * @param frequencies [B] the middle of each band in Hz
 * @param frameSeconds from one frame to the next; frame f is centred at f times that
 */
public record Spectrogram(float[][] levels, double[] frequencies, double frameSeconds) {
  /** The lowest level that is told apart. */
  public static final float FLOOR_DB = -120;

  private static final double WINDOW_SECONDS = 0.032;

  /**
   * The short-time Fourier transform with a Hann window of 32 ms.
   *
   * @param frameSeconds from one frame to the next, above 0
   */
  public static Spectrogram of(Audio audio, double frameSeconds) {
    int size = windowSize(audio.sampleRate());
    float[][] powers = powers(audio, size, frameSeconds);
    double[] frequencies = new double[size / 2];
    Arrays.setAll(frequencies, b -> b * (double) audio.sampleRate() / size);
    return new Spectrogram(toLevels(powers), frequencies, frameSeconds);
  }

  /**
   * The same in bands that are equally wide on the mel scale (O'Shaughnessy, Speech Communication,
   * 1987), up to half the sample rate.
   *
   * @param bands how many, at least 1
   */
  public static Spectrogram mel(Audio audio, double frameSeconds, int bands) {
    int size = windowSize(audio.sampleRate());
    MelBands mel = new MelBands(audio.sampleRate(), size, bands);
    float[][] powers = powers(audio, size, frameSeconds);
    for (int f = 0; f < powers.length; f++) {
      powers[f] = mel.apply(powers[f]);
    }
    return new Spectrogram(toLevels(powers), mel.centers(), frameSeconds);
  }

  /** The number of frames, F. */
  public int frames() {
    return levels.length;
  }

  /** The number of bands, B. */
  public int bands() {
    return frequencies.length;
  }

  private static int windowSize(int sampleRate) {
    return Math.max(32, Integer.highestOneBit((int) (sampleRate * WINDOW_SECONDS * 1.4)));
  }

  /** Powers [F][size / 2], 1 for a sine of full scale. */
  private static float[][] powers(Audio audio, int size, double frameSeconds) {
    double hop = frameSeconds * audio.sampleRate();
    int frames = audio.length() == 0 ? 0 : 1 + (int) ((audio.length() - 1) / hop);
    float[] window = hann(size);
    FFT transform = new FFT(size);
    float[] buffer = new float[size];
    float[][] powers = new float[frames][size / 2];
    for (int f = 0; f < frames; f++) {
      cut(audio.samples(), (int) Math.round(f * hop) - size / 2, window, buffer);
      transform.forwardTransform(buffer);
      for (int b = 1; b < size / 2; b++) {
        float re = buffer[2 * b];
        float im = buffer[2 * b + 1];
        powers[f][b] = re * re + im * im;
      }
      powers[f][0] = buffer[0] * buffer[0];
    }
    return powers;
  }

  private static void cut(float[] samples, int from, float[] window, float[] buffer) {
    for (int i = 0; i < buffer.length; i++) {
      int t = from + i;
      buffer[i] = t < 0 || t >= samples.length ? 0 : samples[t] * window[i];
    }
  }

  /** A Hann window [size], such that a sine of full scale has power 1. */
  private static float[] hann(int size) {
    float[] window = new float[size];
    for (int i = 0; i < size; i++) {
      window[i] = (float) ((1 - Math.cos(2 * Math.PI * i / size)) * 2 / size);
    }
    return window;
  }

  private static float[][] toLevels(float[][] powers) {
    for (float[] frame : powers) {
      for (int b = 0; b < frame.length; b++) {
        frame[b] = (float) Math.max(FLOOR_DB, 10 * Math.log10(frame[b]));
      }
    }
    return powers;
  }
}
