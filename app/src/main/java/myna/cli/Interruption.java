package myna.cli;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * An orderly end when the process is asked to end, by Ctrl-C or otherwise: the work is told, and
 * the process waits until it is closed. So what it says last is said, wherever its output goes, and
 * unfinished files are gone.
 */
public final class Interruption implements AutoCloseable {
  private static final long END_SECONDS = 60;

  private final Runnable cancel;
  private final Runnable late;
  private final AtomicBoolean asked = new AtomicBoolean();
  private final CountDownLatch ended = new CountDownLatch(1);
  private final Thread hook = Thread.ofPlatform().unstarted(this::end);

  /**
   * Waits for it from now on.
   *
   * @param cancel asks the work to end
   * @param late what is done where it has not ended after a minute
   */
  public Interruption(Runnable cancel, Runnable late) {
    this.cancel = cancel;
    this.late = late;
    Runtime.getRuntime().addShutdownHook(hook);
  }

  private void end() {
    asked.set(true);
    cancel.run();
    try {
      if (!ended.await(END_SECONDS, TimeUnit.SECONDS)) {
        late.run();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** The work has ended. */
  @Override
  public void close() {
    ended.countDown();
    if (!asked.get()) {
      Runtime.getRuntime().removeShutdownHook(hook);
    }
  }
}
