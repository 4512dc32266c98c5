package myna.ui;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.concurrent.atomic.AtomicLong;
import javafx.animation.AnimationTimer;

/** The longest time that the thread of the views took from one frame to the next. */
final class BusyMeter extends AnimationTimer {
  private final ThreadMXBean threads = ManagementFactory.getThreadMXBean();
  private final AtomicLong longestBusy = new AtomicLong();
  private final AtomicLong longestGap = new AtomicLong();
  private final AtomicLong frames = new AtomicLong();
  private long busyBefore = -1;
  private long before = -1;

  @Override
  public void handle(long now) {
    long busy = threads.getCurrentThreadCpuTime();
    long clock = System.nanoTime();
    if (before >= 0) {
      longestBusy.accumulateAndGet(busy - busyBefore, Math::max);
      longestGap.accumulateAndGet(clock - before, Math::max);
      frames.incrementAndGet();
    }
    busyBefore = busy;
    before = clock;
  }

  /** The thread's own processor time: what other programs on a busy machine take is not counted. */
  double longestMillis() {
    return longestBusy.get() / 1e6;
  }

  /** By the clock on the wall. */
  double longestGapMillis() {
    return longestGap.get() / 1e6;
  }

  long frames() {
    return frames.get();
  }
}
