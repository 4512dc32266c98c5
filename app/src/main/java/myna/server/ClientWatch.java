package myna.server;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import myna.jobs.Cancellation;
import org.eclipse.jetty.io.EndPoint;
import org.eclipse.jetty.io.SocketChannelEndPoint;
import org.eclipse.jetty.server.Request;

/**
 * Whether a client still waits for its answer. HTTP/1.1 does not tell that somebody went away while
 * nothing is read, so the socket itself is looked at: the request is read to its end, nobody else
 * reads until it is answered.
 */
final class ClientWatch implements Cancellation {
  private static final long LOOK_NANOS = Duration.ofMillis(10).toNanos();

  private final EndPoint connection;
  private final long endNanos;
  private final ByteBuffer one = ByteBuffer.allocate(1);
  private long lookedNanos;
  private boolean gone;
  private boolean more;

  /**
   * Watches whoever sent a request whose body was read.
   *
   * @param longest that the answer may take
   */
  ClientWatch(Request request, Duration longest) {
    connection = request.getConnectionMetaData().getConnection().getEndPoint();
    lookedNanos = System.nanoTime();
    endNanos = lookedNanos + longest.toNanos();
  }

  @Override
  public synchronized boolean requested() {
    if (!gone && !more && System.nanoTime() - lookedNanos >= LOOK_NANOS) {
      gone = look();
      lookedNanos = System.nanoTime();
    }
    return gone || isLate();
  }

  /** Whether the time is over. */
  boolean isLate() {
    return System.nanoTime() - endNanos > 0;
  }

  private boolean look() {
    if (!(connection instanceof SocketChannelEndPoint socket) || !connection.isOpen()) {
      return !connection.isOpen();
    }
    try {
      SocketChannel channel = socket.getChannel();
      one.clear();
      int read = channel.read(one);
      more = read > 0;
      return read < 0;
    } catch (IOException e) {
      return true; // which is how a connection that was cut shows
    }
  }

  /**
   * Ends the watch, after the answer. Who sent a second request before the first was answered has
   * lost its first byte, and is told by the end of the connection to send it again.
   */
  synchronized void end() {
    if (more) {
      connection.close();
    }
  }
}
