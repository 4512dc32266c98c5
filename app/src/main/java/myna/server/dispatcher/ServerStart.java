package myna.server.dispatcher;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.time.Duration;
import java.util.List;

/**
 * Starts a server that outlives this process.
 *
 * @param command that runs it
 * @param patience how long it may take until it answers
 */
public record ServerStart(List<String> command, Duration patience) {
  private static final long ASK_MILLIS = 50;

  /** Copies the list. */
  public ServerStart {
    command = List.copyOf(command);
  }

  /** Tells whether the server answers. */
  @FunctionalInterface
  interface Question {
    boolean answers() throws InterruptedException;
  }

  /**
   * Starts the server unless it answers, and waits until it does.
   *
   * @throws IOException if it does not in time
   */
  void ensure(Question question) throws IOException, InterruptedException {
    if (question.answers()) {
      return;
    }
    Process process =
        new ProcessBuilder(command)
            .redirectOutput(Redirect.DISCARD)
            .redirectError(Redirect.DISCARD)
            .start();
    process.getOutputStream().close();
    long end = System.nanoTime() + patience.toNanos();
    while (!question.answers()) {
      Thread.sleep(ASK_MILLIS);
      boolean given = !process.isAlive() || System.nanoTime() > end;
      if (given && !question.answers()) {
        throw new IOException("no server answers: " + String.join(" ", command));
      }
    }
  }
}
