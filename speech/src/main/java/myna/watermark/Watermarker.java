package myna.watermark;

import java.util.Arrays;
import myna.audio.Audio;

/**
 * Marks a stream of samples: as many come out as went in, in time with them, but a window late.
 *
 * <p>The same samples in any pieces give the same marked samples, on every machine.
 */
public final class Watermarker {
  /** By how much a cell is raised or lowered, in dB. */
  public static final double DEPTH_DB = 1.0;

  /** Windows that overlap at each sample. */
  private static final int OVERLAP = 4;

  private static final double WINDOW_SECONDS = 0.032;

  private final int sampleRate;
  private final long start;
  private final int size;
  private final int hop;
  private final float[] window;
  private final int[] bands;
  private final Fourier fourier;
  private final float[] input;
  private final float[] output;
  private final float[] re;
  private final float[] im;
  private int filled;
  private long frames;
  private long taken;

  /**
   * Marks a stream from its first sample on.
   *
   * @param sampleRate samples per second, at least 1000
   */
  public Watermarker(int sampleRate) {
    this(sampleRate, 0);
  }

  private Watermarker(int sampleRate, long start) {
    this.sampleRate = sampleRate;
    this.start = start;
    size = Integer.highestOneBit((int) (sampleRate * WINDOW_SECONDS * 1.4));
    hop = size / OVERLAP;
    fourier = new Fourier(size);
    window = new float[size];
    for (int i = 0; i < size; i++) {
      double hann = (1 - StrictMath.cos(2 * Math.PI * i / size)) / 2;
      window[i] = (float) StrictMath.sqrt(hann * 2 / OVERLAP);
    }
    bands = new int[size / 2 + 1];
    Arrays.setAll(bands, bin -> Pattern.band(bin * (double) sampleRate / size));
    input = new float[size];
    output = new float[size];
    re = new float[size];
    im = new float[size];
    filled = size - hop;
  }

  /** A marked copy. */
  public static Audio mark(Audio audio) {
    return mark(audio, 0);
  }

  /**
   * A marked copy of a piece of a longer sound, whose pieces may be marked one by one.
   *
   * @param start the piece's first sample in the whole, at its own rate
   */
  public static Audio mark(Audio audio, long start) {
    Watermarker marker = new Watermarker(audio.sampleRate(), start);
    float[] first = marker.process(audio.samples());
    float[] last = marker.finish();
    float[] all = Arrays.copyOf(first, first.length + last.length);
    System.arraycopy(last, 0, all, first.length, last.length);
    return new Audio(all, audio.sampleRate());
  }

  /**
   * Takes samples and gives those that are ready.
   *
   * @param samples [T], left as they are
   * @return a new array
   */
  public float[] process(float[] samples) {
    taken += samples.length;
    return push(samples, samples.length);
  }

  /** Gives the samples that are still held; nothing may be processed afterwards. */
  public float[] finish() {
    return push(new float[0], 2 * size);
  }

  /**
   * @param samples followed by silence where there are fewer than count
   */
  private float[] push(float[] samples, int count) {
    float[] ready = new float[count + hop];
    int length = 0;
    for (int t = 0; t < count; t++) {
      input[filled++] = t < samples.length ? samples[t] : 0;
      if (filled == size) {
        frame();
        length += give(ready, length);
        System.arraycopy(input, hop, input, 0, size - hop);
        filled = size - hop;
      }
    }
    return Arrays.copyOf(ready, length);
  }

  /** Adds the marked frame to the output. */
  private void frame() {
    for (int i = 0; i < size; i++) {
      re[i] = input[i] * window[i];
      im[i] = 0;
    }
    fourier.transform(re, im);
    double middle = (start + frames * (double) hop + hop - size / 2.0) / sampleRate;
    long chip = (long) Math.floor(middle / Pattern.CHIP_SECONDS);
    scale(chip);
    frames++;
    fourier.transform(re, im);
    for (int i = 0; i < size; i++) {
      output[i] += re[(size - i) % size] * window[i] / size;
    }
  }

  private void scale(long chip) {
    for (int bin = 0; bin <= size / 2; bin++) {
      if (bands[bin] >= 0) {
        float factor = Pattern.sign(chip, bands[bin]) > 0 ? Factors.UP : Factors.DOWN;
        multiply(bin, factor);
        if (bin > 0 && bin < size / 2) {
          multiply(size - bin, factor);
        }
      }
    }
  }

  private void multiply(int bin, float factor) {
    re[bin] *= factor;
    im[bin] *= factor;
  }

  /** Gives out what no later frame adds to, without the silence in front of the first sample. */
  private int give(float[] ready, int at) {
    long first = frames * hop - size;
    int count = first < 0 ? 0 : Math.clamp(taken - first, 0, hop);
    System.arraycopy(output, 0, ready, at, count);
    System.arraycopy(output, hop, output, 0, size - hop);
    Arrays.fill(output, size - hop, size, 0);
    return count;
  }

  /** The two gains, such that a signal keeps its power on average. */
  private static final class Factors {
    private static final double RATIO = StrictMath.pow(10, DEPTH_DB / 20);
    private static final double POWER = (RATIO * RATIO + 1 / (RATIO * RATIO)) / 2;
    private static final float UP = (float) (RATIO / StrictMath.sqrt(POWER));
    private static final float DOWN = (float) (1 / RATIO / StrictMath.sqrt(POWER));
  }
}
