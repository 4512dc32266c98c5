package myna.ui.sound;

import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyDoubleWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.util.Subscription;
import myna.jobs.Cancellation;
import myna.ui.common.Job;
import myna.ui.common.Jobs;
import myna.ui.common.Notice;
import myna.ui.common.Outcome;

/** Plays one thing at a time. Used from the thread of the views. */
public final class Transport {
  /** What it does. */
  public enum State {
    STOPPED,
    PLAYING,
    PAUSED
  }

  private final Loudspeaker loudspeaker;
  private final Jobs jobs;
  private final Pulse pulse;
  private final Consumer<Notice> notices;
  private final ReadOnlyObjectWrapper<State> state =
      new ReadOnlyObjectWrapper<>(this, "state", State.STOPPED);
  private final ReadOnlyObjectWrapper<Object> subject =
      new ReadOnlyObjectWrapper<>(this, "subject");
  private final ReadOnlyDoubleWrapper position = new ReadOnlyDoubleWrapper(this, "position", 0);
  private Session session;

  /** A transport that tells of failures by notices. */
  public Transport(Loudspeaker loudspeaker, Jobs jobs, Pulse pulse, Consumer<Notice> notices) {
    this.loudspeaker = loudspeaker;
    this.jobs = jobs;
    this.pulse = pulse;
    this.notices = notices;
  }

  public ReadOnlyObjectProperty<State> stateProperty() {
    return state.getReadOnlyProperty();
  }

  /** What is playing, as {@link #play} was told; null while stopped. */
  public ReadOnlyObjectProperty<Object> subjectProperty() {
    return subject.getReadOnlyProperty();
  }

  /** What is heard now, in seconds from the start of the subject. */
  public ReadOnlyDoubleProperty positionProperty() {
    return position.getReadOnlyProperty();
  }

  /** Whether this is what plays, or is held. */
  public boolean isOn(Object thing) {
    return thing.equals(subject.get());
  }

  /**
   * Plays something; what played before stops.
   *
   * @param what it is, for whoever shows it
   * @param feed its samples, from {@code from} on
   * @param from seconds from the start of the subject to the first sample of the feed
   */
  public void play(Object what, Feed feed, double from) {
    stop();
    Session fresh = new Session(from);
    session = fresh;
    subject.set(what);
    position.set(from);
    state.set(State.PLAYING);
    fresh.beat = pulse.start(() -> beat(fresh));
    Job job =
        jobs.<Void>start(
            (progress, cancellation) -> {
              fresh.run(loudspeaker, feed, cancellation);
              return null;
            },
            outcome -> end(fresh, outcome));
    if (job.isRunning()) {
      fresh.job = job;
    }
  }

  /** Holds the sound, or goes on. */
  public void togglePause() {
    if (session == null) {
      return;
    }
    boolean pause = state.get() == State.PLAYING;
    state.set(pause ? State.PAUSED : State.PLAYING);
    session.pause(pause);
  }

  /** Stops; the position stays where it is. */
  public void stop() {
    if (session != null) {
      Session old = session;
      session = null;
      old.cancel(jobs);
      finish();
    }
  }

  private void beat(Session beating) {
    if (beating == session) {
      position.set(Math.max(position.get(), beating.from + beating.heard()));
    }
  }

  private void end(Session ended, Outcome<Void> outcome) {
    ended.beat.unsubscribe();
    outcome.handle(nothing -> {}, notices);
    if (ended == session) {
      session = null;
      if (outcome instanceof Outcome.Done) {
        position.set(ended.from + ended.written);
      }
      finish();
    }
  }

  private void finish() {
    state.set(State.STOPPED);
    subject.set(null);
  }

  /** One thing that plays. The output is opened, written and closed on the job. */
  private static final class Session {
    private final double from;
    private Subscription beat = Subscription.EMPTY;
    private Job job;
    private boolean paused;
    private Loudspeaker.Output output;
    private volatile double written;

    Session(double from) {
      this.from = from;
    }

    void run(Loudspeaker loudspeaker, Feed feed, Cancellation cancellation) throws Exception {
      // The first piece may still be in the making: nobody holds the device meanwhile.
      Optional<float[]> piece = feed.next(cancellation);
      if (piece.isEmpty()) {
        return;
      }
      try (Loudspeaker.Output opened = loudspeaker.open(feed.sampleRate())) {
        use(opened);
        double soFar = 0;
        while (piece.isPresent() && !cancellation.requested()) {
          opened.write(piece.get(), cancellation);
          soFar += piece.get().length / (double) feed.sampleRate();
          written = soFar;
          piece = feed.next(cancellation);
        }
        cancellation.check();
        opened.drain();
      } finally {
        use(null);
      }
    }

    private synchronized void use(Loudspeaker.Output opened) {
      output = opened;
      if (paused && output != null) {
        output.pause();
      }
    }

    synchronized double heard() {
      return output == null ? 0 : output.heardSeconds();
    }

    synchronized void pause(boolean hold) {
      paused = hold;
      if (output == null) {
        return;
      }
      if (hold) {
        output.pause();
      } else {
        output.resume();
      }
    }

    /**
     * Ends at once: an output that waits for its end is closed under it, which may take a moment.
     */
    void cancel(Jobs jobs) {
      beat.unsubscribe();
      if (job != null) {
        job.cancel();
      }
      jobs.start(
          (progress, cancellation) -> {
            close();
            return null;
          },
          outcome -> {});
    }

    private void close() {
      Loudspeaker.Output open;
      synchronized (this) {
        open = output;
      }
      if (open != null) {
        open.close();
      }
    }
  }
}
