package myna.server;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import myna.jobs.Cancellation;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/**
 * The body of an answer. Writing never waits for the client; {@link #awaitRoom} does. Nothing
 * leaves before {@link #release}.
 */
final class ResponseStream extends OutputStream {
  /** So much may wait for a client that reads slowly. */
  private static final int ROOM_BYTES = 4 << 20;

  private static final long ASK_MILLIS = 20;

  private final Response response;
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition changed = lock.newCondition();
  private ByteArrayOutputStream waiting = new ByteArrayOutputStream();
  private Callback end;
  private boolean held = true;
  private boolean writing;
  private Throwable failure;

  ResponseStream(Response response) {
    this.response = response;
  }

  @Override
  public void write(int value) throws IOException {
    write(new byte[] {(byte) value}, 0, 1);
  }

  @Override
  public void write(byte[] bytes, int offset, int length) throws IOException {
    lock.lock();
    try {
      if (failure != null) {
        throw new IOException("the client does not take the answer", failure);
      }
      waiting.write(bytes, offset, length);
      send();
    } finally {
      lock.unlock();
    }
  }

  /** Lets go what was written so far and what comes. */
  void release() {
    lock.lock();
    try {
      held = false;
      send();
    } finally {
      lock.unlock();
    }
  }

  /**
   * Waits until a slow client has taken most of what was written.
   *
   * @throws IOException if it takes nothing more
   */
  void awaitRoom(Cancellation cancellation) throws IOException {
    lock.lock();
    try {
      while (waiting.size() > ROOM_BYTES && failure == null) {
        cancellation.check();
        changed.await(ASK_MILLIS, TimeUnit.MILLISECONDS);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted", e);
    } finally {
      lock.unlock();
    }
  }

  /** Ends the answer; the callback is told when all of it was taken. */
  void finish(Callback callback) {
    lock.lock();
    try {
      held = false;
      end = callback;
      if (failure == null) {
        send();
      } else {
        callback.failed(failure);
      }
    } finally {
      lock.unlock();
    }
  }

  /** Sends what waits, unless something is under way or there is nothing to send. */
  private void send() {
    if (held || writing || (waiting.size() == 0 && end == null)) {
      return;
    }
    ByteBuffer bytes = ByteBuffer.wrap(waiting.toByteArray());
    waiting = new ByteArrayOutputStream();
    writing = true;
    if (end == null) {
      response.write(false, bytes, Callback.from(this::sent, this::failed));
    } else {
      response.write(true, bytes, end);
    }
  }

  private void sent() {
    lock.lock();
    try {
      writing = false;
      send();
      changed.signalAll();
    } finally {
      lock.unlock();
    }
  }

  private void failed(Throwable cause) {
    lock.lock();
    try {
      failure = cause;
      changed.signalAll();
      if (end != null) {
        end.failed(cause);
      }
    } finally {
      lock.unlock();
    }
  }
}
