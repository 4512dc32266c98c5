package myna.server;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import myna.jobs.Cancellation;
import myna.jobs.CancelledException;

/** Whose turn it is: first come, first served. */
final class Turns {
  /** So often those who wait are asked whether they still want to. */
  private static final long ASK_MILLIS = 20;

  private final ReentrantLock lock = new ReentrantLock();
  private final Condition changed = lock.newCondition();
  private final Deque<Ticket> waiting = new ArrayDeque<>();
  private int free;

  /** Somebody who waits. */
  private static final class Ticket {}

  /** What is done with a turn. */
  @FunctionalInterface
  interface Work<T, E extends Exception> {
    T run() throws E;
  }

  /**
   * Turns.
   *
   * @param atOnce how many there are at once
   */
  Turns(int atOnce) {
    free = atOnce;
  }

  /**
   * Waits for a turn and takes it.
   *
   * @throws CancelledException if it is not wanted any more before it comes
   */
  <T, E extends Exception> T take(Cancellation cancellation, Work<T, E> work) throws E {
    begin(cancellation);
    try {
      return work.run();
    } finally {
      end();
    }
  }

  private void begin(Cancellation cancellation) {
    Ticket ticket = new Ticket();
    lock.lock();
    try {
      waiting.add(ticket);
      while (free == 0 || waiting.peek() != ticket) {
        cancellation.check();
        changed.await(ASK_MILLIS, TimeUnit.MILLISECONDS);
      }
      free--;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new CancelledException();
    } finally {
      waiting.remove(ticket);
      changed.signalAll();
      lock.unlock();
    }
  }

  private void end() {
    lock.lock();
    try {
      free++;
      changed.signalAll();
    } finally {
      lock.unlock();
    }
  }
}
