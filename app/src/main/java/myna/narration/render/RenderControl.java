package myna.narration.render;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import myna.jobs.Cancellation;
import myna.jobs.CancelledException;

/** The buttons of a render: pause, go on, stop. For use by any thread. */
public final class RenderControl implements Cancellation {
  private static final long POLL_MILLIS = 200;

  private final ReentrantLock lock = new ReentrantLock();
  private final Condition changed = lock.newCondition();
  private final Cancellation outer;
  private boolean paused;
  private boolean cancelled;

  /** A control that nobody else can stop. */
  public RenderControl() {
    this(NEVER);
  }

  /**
   * @param outer stops the render, too
   */
  public RenderControl(Cancellation outer) {
    this.outer = outer;
  }

  /** Holds the render after the line in work. */
  public void pause() {
    set(true, false);
  }

  /** Goes on. */
  public void resume() {
    set(false, false);
  }

  /** Ends the render; what is finished is kept. */
  public void cancel() {
    set(false, true);
  }

  /** Whether the render is held, or will be after the line in work. */
  public boolean isPaused() {
    lock.lock();
    try {
      return paused;
    } finally {
      lock.unlock();
    }
  }

  @Override
  public boolean requested() {
    lock.lock();
    try {
      return cancelled || outer.requested();
    } finally {
      lock.unlock();
    }
  }

  /** Waits while paused. */
  void await() {
    lock.lock();
    try {
      while (paused && !requested()) {
        changed.await(POLL_MILLIS, TimeUnit.MILLISECONDS);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new CancelledException();
    } finally {
      lock.unlock();
    }
    check();
  }

  private void set(boolean nowPaused, boolean nowCancelled) {
    lock.lock();
    try {
      paused = nowPaused;
      cancelled |= nowCancelled;
      changed.signalAll();
    } finally {
      lock.unlock();
    }
  }
}
