package myna.ui.fakes;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import javafx.util.Subscription;
import myna.ui.common.Delay;
import myna.ui.common.Jobs;
import myna.ui.sound.Pulse;

/** The thread of the views without a toolkit: the test's own, which runs what jobs bring back. */
public final class Views implements Executor, AutoCloseable {
  private static final long PATIENCE_SECONDS = 60;

  private final BlockingQueue<Runnable> waiting = new LinkedBlockingQueue<>();
  private final Jobs jobs = new Jobs(Executors.newCachedThreadPool(), this);
  private Runnable beat = () -> {};

  /** Jobs on threads of their own. */
  public Jobs jobs() {
    return jobs;
  }

  /** Waits for nothing. */
  public Delay delay() {
    return (seconds, action) -> {
      execute(action);
      return Subscription.EMPTY;
    };
  }

  /** Beats whenever the test waits. */
  public Pulse pulse() {
    return started -> {
      beat = started;
      return () -> beat = () -> {};
    };
  }

  @Override
  public void execute(Runnable command) {
    waiting.add(command);
  }

  /** Runs what comes back until something holds. */
  public void until(BooleanSupplier holds) {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
    while (!holds.getAsBoolean()) {
      assertThat(System.nanoTime()).as("patience").isLessThan(end);
      try {
        Runnable next = waiting.poll(5, TimeUnit.MILLISECONDS);
        if (next != null) {
          next.run();
        }
      } catch (InterruptedException e) {
        throw new AssertionError(e);
      }
      beat.run();
    }
  }

  @Override
  public void close() {
    jobs.close();
  }
}
