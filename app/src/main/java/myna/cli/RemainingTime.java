package myna.cli;

import myna.jobs.Progress;

/** Says how long work will take, by how long it took so far. */
final class RemainingTime {
  /** Before so much is done, nothing can be told. */
  private static final double LEAST_DONE = 0.15;

  private RemainingTime() {}

  /** A progress that adds the remaining time to every message. */
  static Progress before(Progress next) {
    long start = System.nanoTime();
    return (fraction, message) -> {
      double seconds = (System.nanoTime() - start) / 1e9;
      double left = seconds * (1 - fraction) / Math.max(fraction, LEAST_DONE);
      String told = fraction < LEAST_DONE ? "" : ", %.0f s left".formatted(left);
      next.report(fraction, message + told);
    };
  }
}
