package myna.server;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Who is spoken for, and who waits: at most so many at once. Safe for use by several threads. */
final class Clients {
  /** Programs that are told apart; what more there are count as one. */
  private static final int MOST_PROGRAMS = 50;

  private static final int LONGEST_NAME = 60;
  private static final String OTHERS = "other programs";

  private final Map<String, User> users = new LinkedHashMap<>();
  private final int most;
  private int present;
  private boolean closed;
  private long latest = System.nanoTime();

  /** A place; closing it makes room for the next. */
  interface Place extends AutoCloseable {
    @Override
    void close();
  }

  /**
   * Nobody yet.
   *
   * @param most at once
   */
  Clients(int most) {
    this.most = most;
  }

  /**
   * Takes a place.
   *
   * @param agent what the program calls itself, or null
   * @throws ApiError if there is none
   */
  synchronized Place enter(String agent) throws ApiError {
    if (closed || present >= most) {
      throw ApiError.busy();
    }
    present++;
    latest = System.nanoTime();
    String program = program(agent);
    count(program, 1, 1);
    return () -> leave(program);
  }

  private String program(String agent) {
    String name = agent == null ? "" : agent.replaceAll("\\P{Print}", " ").strip();
    String cut = name.substring(0, Math.min(name.length(), LONGEST_NAME));
    boolean known = users.containsKey(cut) || users.size() < MOST_PROGRAMS;
    return cut.isEmpty() || !known ? OTHERS : cut;
  }

  private void count(String program, int now, int requests) {
    User before = users.getOrDefault(program, new User(program, 0, 0));
    users.put(program, new User(program, before.now() + now, before.requests() + requests));
  }

  private synchronized void leave(String program) {
    present--;
    latest = System.nanoTime();
    count(program, -1, 0);
    notifyAll();
  }

  /** How many there are now. */
  synchronized int present() {
    return present;
  }

  /** The programs that asked so far. */
  synchronized List<User> users() {
    return List.copyOf(users.values());
  }

  /** Waits until nobody was here for a while, or nobody may come any more. */
  synchronized void awaitQuiet(Duration quiet) throws InterruptedException {
    for (long left = left(quiet); left > 0; left = left(quiet)) {
      wait(left);
    }
  }

  private long left(Duration quiet) {
    long passed = present > 0 ? 0 : (System.nanoTime() - latest) / 1_000_000;
    return closed ? 0 : quiet.toMillis() - passed;
  }

  /** Lets nobody in any more, and waits a while for those who are here. */
  synchronized void close(long millis) throws InterruptedException {
    closed = true;
    notifyAll();
    long end = System.nanoTime() + millis * 1_000_000;
    for (long left = millis; present > 0 && left > 0; ) {
      wait(left);
      left = (end - System.nanoTime()) / 1_000_000;
    }
  }
}
