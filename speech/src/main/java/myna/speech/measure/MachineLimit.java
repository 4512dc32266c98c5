package myna.speech.measure;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * How many floating-point operations the machine can do: chains of fused multiply-adds on numbers
 * that stay in the first cache, which the compiler turns into vector instructions.
 */
public final class MachineLimit {
  private static final int NUMBERS = 1024;
  private static final int CHAIN = 16;
  private static final int ROUNDS = 10_000;
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
      best =
          Math.max(
              best, IntStream.range(0, threads).parallel().mapToDouble(MachineLimit::work).sum());
    }
    return best;
  }

  /**
   * Operations per second of processor time on this thread, so that other programs do not count.
   */
  private static double work(int seed) {
    ThreadMXBean clock = ManagementFactory.getThreadMXBean();
    float[] numbers = new float[NUMBERS];
    Arrays.fill(numbers, 0.5f + seed * 1e-3f);
    long start = clock.getCurrentThreadCpuTime();
    for (int round = 0; round < ROUNDS; round++) {
      chain(numbers);
    }
    double seconds = (clock.getCurrentThreadCpuTime() - start) / 1e9;
    boolean converged = numbers[seed % NUMBERS] > 0.9f;
    return converged ? 2.0 * ROUNDS * NUMBERS * CHAIN / seconds : 0;
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
