package myna.watermark;

import myna.audio.Audio;
import myna.audio.Resampler;

/** Looks for the mark in sound of any rate and length. */
public final class WatermarkDetector {
  /** Lengths of the stretches that are tried on their own, in periods of the pattern. */
  private static final int[] STRETCHES = {1, 3};

  private static final int PERIOD_FRAMES = Pattern.PERIOD * Cells.CHIP_FRAMES;

  private WatermarkDetector() {}

  /** Looks through the whole piece, and through stretches of it in case it was put together. */
  public static Detection detect(Audio audio) {
    Audio heard = Resampler.resample(audio, Cells.RATE);
    if (heard.length() == 0) {
      return Detection.NONE;
    }
    float[][] cells = Cells.of(heard);
    int stretches = 1;
    for (int periods : STRETCHES) {
      int hop = periods * PERIOD_FRAMES / 2;
      stretches += Math.max(0, (cells.length - 2 * hop + hop - 1) / hop + 1);
    }
    long tried = (long) stretches * PERIOD_FRAMES;
    Detection best = look(cells, 0, cells.length, tried);
    for (int periods : STRETCHES) {
      int hop = periods * PERIOD_FRAMES / 2;
      for (int from = 0; from + hop < cells.length && cells.length > 2 * hop; from += hop) {
        int to = Math.min(cells.length, from + 2 * hop);
        best = best.orBetter(look(cells, from, to, tried));
      }
    }
    return best;
  }

  /** The best place of the pattern in a stretch. */
  private static Detection look(float[][] cells, int from, int to, long tried) {
    double best = 0;
    for (int phase = 0; phase < Cells.CHIP_FRAMES; phase++) {
      int chips = Math.ceilDiv(Math.max(0, to - from - phase), Cells.CHIP_FRAMES);
      float[][] folded = fold(cells, from + phase, to);
      best = Math.max(best, correlate(folded, Math.min(chips, Pattern.PERIOD)));
    }
    double second = (double) Cells.RATE / Cells.HOP;
    return Detection.of(best, tried, from / second, to / second);
  }

  /** Sums what would share a cell of the pattern: [PERIOD][BANDS]. */
  private static float[][] fold(float[][] cells, int from, int to) {
    float[][] folded = new float[Pattern.PERIOD][Pattern.BANDS];
    int chip = 0;
    for (int f = from; f < to; f += Cells.CHIP_FRAMES) {
      float[] sum = folded[chip++ % Pattern.PERIOD];
      for (int b = 0; b < Pattern.BANDS; b++) {
        sum[b] += cells[f][b];
      }
    }
    return folded;
  }

  /** The correlation at the best shift by chips, in standard deviations. */
  private static double correlate(float[][] folded, int chips) {
    double energy = 0;
    for (float[] row : folded) {
      for (float value : row) {
        energy += value * value;
      }
    }
    float[] sums = new float[Pattern.PERIOD];
    for (int chip = 0; chip < chips; chip++) {
      Pattern.correlate(chip, folded[chip], sums);
    }
    double best = 0;
    for (float sum : sums) {
      best = Math.max(best, sum);
    }
    return energy == 0 ? 0 : best / Math.sqrt(energy);
  }
}
