package myna.watermark;

import myna.audio.Audio;

/**
 * How far the level of each band lies above what its neighbours in time and frequency let expect:
 * what a mark changes, and speech hardly.
 */
final class Cells {
  /** Hertz that the detector listens at. */
  static final int RATE = 16_000;

  /** Samples from one frame to the next. */
  static final int HOP = 128;

  /** Frames of a chip. */
  static final int CHIP_FRAMES = (int) (Pattern.CHIP_SECONDS * RATE / HOP);

  private static final int SIZE = 512;

  /** What lies this far below the loudest cell of the piece is as good as silence, in dB. */
  private static final float RANGE_DB = 70;

  /** What is further off than this, in dB, is no mark's doing. */
  private static final float LIMIT_DB = 5;

  /**
   * How a level follows from those of its neighbours: least squares over recordings of speech, by
   * distance in chips and in bands.
   */
  private static final float[][] WEIGHTS = {{0, 0.325f, 0.155f}, {0.36f, -0.095f, -0.07f}};

  private Cells() {}

  /**
   * The cells of a piece.
   *
   * @param audio at {@link #RATE}
   * @return [F][BANDS] in dB, clipped; frame f is the chip around sample f * HOP
   */
  static float[][] of(Audio audio) {
    float[][] levels = smooth(levels(audio.samples()));
    float[][] cells = new float[levels.length][Pattern.BANDS];
    for (int f = 0; f < levels.length; f++) {
      for (int b = 0; b < Pattern.BANDS; b++) {
        float surprise = levels[f][b] - expected(levels, f, b);
        cells[f][b] = Math.clamp(surprise, -LIMIT_DB, LIMIT_DB);
      }
    }
    return cells;
  }

  private static float expected(float[][] levels, int frame, int band) {
    float sum = 0;
    for (int chip = -1; chip <= 1; chip++) {
      float[] row = levels[Math.clamp(frame + (long) chip * CHIP_FRAMES, 0, levels.length - 1)];
      float[] weights = WEIGHTS[Math.abs(chip)];
      for (int step = -2; step <= 2; step++) {
        sum += weights[Math.abs(step)] * row[Math.clamp((long) band + step, 0, Pattern.BANDS - 1)];
      }
    }
    return sum;
  }

  /** Levels [F][BANDS] in dB, none below the range. */
  private static float[][] levels(float[] samples) {
    int frames = Math.ceilDiv(samples.length, HOP);
    float[][] levels = new float[frames][];
    Powers powers = new Powers();
    float loudest = 0;
    for (int f = 0; f < frames; f += 2) {
      powers.load(samples, f * HOP - SIZE / 2, (f + 1) * HOP - SIZE / 2);
      levels[f] = powers.first();
      if (f + 1 < frames) {
        levels[f + 1] = powers.second();
      }
    }
    for (float[] row : levels) {
      for (float power : row) {
        loudest = Math.max(loudest, power);
      }
    }
    float floor = Math.max(1e-20f, loudest * (float) Math.pow(10, -RANGE_DB / 10));
    for (float[] row : levels) {
      for (int b = 0; b < row.length; b++) {
        row[b] = (float) (10 * Math.log10(Math.max(floor, row[b])));
      }
    }
    return levels;
  }

  /** The mean over a chip around each frame. */
  private static float[][] smooth(float[][] levels) {
    float[][] means = new float[levels.length][Pattern.BANDS];
    for (int f = 0; f < levels.length; f++) {
      int from = Math.max(0, f - CHIP_FRAMES / 2);
      int to = Math.min(levels.length, from + CHIP_FRAMES);
      for (int b = 0; b < Pattern.BANDS; b++) {
        float sum = 0;
        for (int i = from; i < to; i++) {
          sum += levels[i][b];
        }
        means[f][b] = sum / (to - from);
      }
    }
    return means;
  }

  /**
   * Powers of the bands in two windows, which go through one transform: as its real and its
   * imaginary part.
   */
  private static final class Powers {
    private final Fourier fourier = new Fourier(SIZE);
    private final float[] window = new float[SIZE];
    private final float[] re = new float[SIZE];
    private final float[] im = new float[SIZE];
    private final int[] bands = new int[SIZE / 2];

    Powers() {
      for (int i = 0; i < SIZE; i++) {
        window[i] = (float) ((1 - Math.cos(2 * Math.PI * i / SIZE)) / 2);
      }
      for (int bin = 0; bin < bands.length; bin++) {
        bands[bin] = Pattern.band(bin * (double) RATE / SIZE);
      }
    }

    /** Takes the windows that begin at two samples, which need not be there. */
    void load(float[] samples, int first, int second) {
      for (int i = 0; i < SIZE; i++) {
        re[i] = at(samples, first + i) * window[i];
        im[i] = at(samples, second + i) * window[i];
      }
      fourier.transform(re, im);
    }

    private static float at(float[] samples, int t) {
      return t < 0 || t >= samples.length ? 0 : samples[t];
    }

    /** [BANDS] of the first window: the spectrum's part that is symmetric about 0. */
    float[] first() {
      return powers(1);
    }

    /** [BANDS] of the second window: the part that is antisymmetric. */
    float[] second() {
      return powers(-1);
    }

    private float[] powers(int symmetry) {
      float[] powers = new float[Pattern.BANDS];
      for (int bin = 0; bin < bands.length; bin++) {
        if (bands[bin] >= 0) {
          float real = (re[bin] + symmetry * re[SIZE - bin]) / 2;
          float imaginary = (im[bin] - symmetry * im[SIZE - bin]) / 2;
          powers[bands[bin]] += real * real + imaginary * imaginary;
        }
      }
      return powers;
    }
  }
}
