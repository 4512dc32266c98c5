package myna.audio;

import java.util.Arrays;

/**
 * Measures how loud a recording is, in memory of 16 bytes for each tenth of a second.
 *
 * @see <a href="https://www.itu.int/rec/R-REC-BS.1770">ITU-R BS.1770-4</a>, for one channel
 */
public final class LoudnessMeter {
  /** The loudness of silence. */
  public static final double SILENCE_LUFS = Double.NEGATIVE_INFINITY;

  private static final double HOP_SECONDS = 0.1;
  private static final int HOPS_PER_BLOCK = 4;
  private static final int HOPS_PER_WINDOW = 5;
  private static final double ABSOLUTE_GATE_LUFS = -70;
  private static final double RELATIVE_GATE_LU = -10;
  private static final double OFFSET_LUFS = -0.691;

  private final Biquad.State shelf;
  private final Biquad.State highPass;
  private final int hopSize;

  /** Mean squares of each hop, weighted and as they are. */
  private double[] weighted = new double[256];

  private double[] plain = new double[256];
  private int hops;

  private double weightedSum;
  private double plainSum;
  private int inHop;
  private double total;
  private long count;
  private float peak;

  /** A meter for samples of one rate. */
  public LoudnessMeter(int sampleRate) {
    shelf = KWeighting.shelf(sampleRate).fromRest();
    highPass = KWeighting.highPass(sampleRate).fromRest();
    hopSize = Math.max(1, (int) Math.round(sampleRate * HOP_SECONDS));
  }

  /** Measures a whole recording. */
  public static LoudnessMeter measure(Audio audio) {
    LoudnessMeter meter = new LoudnessMeter(audio.sampleRate());
    meter.add(audio.samples());
    return meter;
  }

  /**
   * Adds what comes next.
   *
   * @param samples [T]
   */
  public void add(float[] samples) {
    for (float sample : samples) {
      double heard = highPass.next(shelf.next(sample));
      double square = (double) sample * sample;
      weightedSum += heard * heard;
      plainSum += square;
      total += square;
      peak = Math.max(peak, Math.abs(sample));
      if (++inHop == hopSize) {
        endHop();
      }
    }
    count += samples.length;
  }

  /**
   * The integrated loudness in LUFS, gated; {@link #SILENCE_LUFS} where all of it is under the
   * gate.
   */
  public double integratedLufs() {
    double[] blocks = blocks(weighted, HOPS_PER_BLOCK, weightedSum);
    double ungated = gatedMean(blocks, energy(ABSOLUTE_GATE_LUFS));
    if (ungated == 0) {
      return SILENCE_LUFS;
    }
    double gate = Math.max(energy(ABSOLUTE_GATE_LUFS), energy(lufs(ungated) + RELATIVE_GATE_LU));
    return lufs(gatedMean(blocks, gate));
  }

  /** The level of the root of the mean square of everything, in dB relative to full scale. */
  public double rmsDb() {
    return 10 * Math.log10(total / Math.max(1, count));
  }

  /** The level of the largest sample, in dB relative to full scale. */
  public double peakDb() {
    return 20 * Math.log10(peak);
  }

  /** The level of the quietest half second, in dB relative to full scale. */
  public double noiseFloorDb() {
    return 10 * Math.log10(Arrays.stream(blocks(plain, HOPS_PER_WINDOW, plainSum)).min().orElse(0));
  }

  private void endHop() {
    if (hops == weighted.length) {
      weighted = Arrays.copyOf(weighted, 2 * hops);
      plain = Arrays.copyOf(plain, 2 * hops);
    }
    weighted[hops] = weightedSum / hopSize;
    plain[hops] = plainSum / hopSize;
    hops++;
    weightedSum = 0;
    plainSum = 0;
    inHop = 0;
  }

  /** Means over runs of hops; what is shorter than one run counts as one block. */
  private double[] blocks(double[] perHop, int length, double unfinished) {
    if (hops < length) {
      double sum = Arrays.stream(perHop, 0, hops).sum() * hopSize + unfinished;
      return new double[] {sum / Math.max(1, hops * (long) hopSize + inHop)};
    }
    double[] blocks = new double[hops - length + 1];
    for (int b = 0; b < blocks.length; b++) {
      blocks[b] = Arrays.stream(perHop, b, b + length).sum() / length;
    }
    return blocks;
  }

  private static double gatedMean(double[] blocks, double gate) {
    return Arrays.stream(blocks).filter(block -> block > gate).average().orElse(0);
  }

  private static double lufs(double energy) {
    return OFFSET_LUFS + 10 * Math.log10(energy);
  }

  private static double energy(double lufs) {
    return Math.pow(10, (lufs - OFFSET_LUFS) / 10);
  }
}
