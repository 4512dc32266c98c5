package myna.speech.measure;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * How many floating-point operations the machine can do: chains of fused multiply-adds on numbers
 * that stay in the first cache, which the compiler turns into vector instructions.
 */
public final class MachineLimit {
  private static final int NUMBERS = 1024;
  private static final int CHAIN = 16;
  private static final int ROUNDS = 20_000;
  private static final int TRIES = 8;

  private MachineLimit() {}

  /**
   * The limit, as the best of some tries.
   *
   * @param threads that work at the same time
   * @return operations per second in 32 bits; a multiply-add is two
   */
  public static double operationsPerSecond(int threads) {
    double best = 0;
    for (int i = 0; i < TRIES; i++) {
      long start = System.nanoTime();
      double check = IntStream.range(0, threads).parallel().mapToDouble(MachineLimit::work).sum();
      double seconds = (System.nanoTime() - start) / 1e9;
      double operations = 2.0 * threads * ROUNDS * NUMBERS * CHAIN;
      best = Double.isNaN(check) ? best : Math.max(best, operations / seconds);
    }
    return best;
  }

  private static double work(int seed) {
    float[] numbers = new float[NUMBERS];
    Arrays.fill(numbers, 0.5f + seed * 1e-3f);
    for (int round = 0; round < ROUNDS; round++) {
      chain(numbers);
    }
    return numbers[seed % NUMBERS];
  }

  /** Every number moves towards 1: no overflow, no denormals. */
  private static void chain(float[] numbers) {
    for (int i = 0; i < numbers.length; i++) {
      float x = numbers[i];
      x = Math.fma(x, 0.5f, 0.5f);
      x = Math.fma(x, 0.25f, 0.75f);
      x = Math.fma(x, 0.5f, 0.5f);
      x = Math.fma(x, 0.25f, 0.75f);
      x = Math.fma(x, 0.5f, 0.5f);
      x = Math.fma(x, 0.25f, 0.75f);
      x = Math.fma(x, 0.5f, 0.5f);
      x = Math.fma(x, 0.25f, 0.75f);
      x = Math.fma(x, 0.5f, 0.5f);
      x = Math.fma(x, 0.25f, 0.75f);
      x = Math.fma(x, 0.5f, 0.5f);
      x = Math.fma(x, 0.25f, 0.75f);
      x = Math.fma(x, 0.5f, 0.5f);
      x = Math.fma(x, 0.25f, 0.75f);
      x = Math.fma(x, 0.5f, 0.5f);
      numbers[i] = Math.fma(x, 0.25f, 0.75f);
    }
  }
}
