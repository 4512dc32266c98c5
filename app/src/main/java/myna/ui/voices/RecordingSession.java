package myna.ui.voices;

import java.nio.FloatBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyDoubleWrapper;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.util.Subscription;
import myna.audio.Audio;
import myna.audio.Waveform;
import myna.jobs.CancellationSwitch;
import myna.ui.common.Delay;
import myna.ui.common.Jobs;
import myna.ui.common.Notice;
import myna.ui.common.Outcome;
import myna.ui.sound.Microphone;

/** Counts down, records, and stops by itself when the speaker has fallen silent. */
final class RecordingSession {
  /** What it does. */
  enum State {
    IDLE,
    COUNTDOWN,
    RECORDING
  }

  static final int COUNTDOWN_FROM = 3;
  static final double LONGEST_SECONDS = 60;

  private static final double WORTH_KEEPING_SECONDS = 3;
  private static final int COLUMNS = 400;

  private final Microphone microphone;
  private final Jobs jobs;
  private final Delay delay;
  private final Consumer<Notice> notices;
  private final ReadOnlyObjectWrapper<State> state = new ReadOnlyObjectWrapper<>(State.IDLE);
  private final ReadOnlyIntegerWrapper countdown = new ReadOnlyIntegerWrapper(0);
  private final ReadOnlyDoubleWrapper level = new ReadOnlyDoubleWrapper(Silence.NOTHING_DB);
  private final ReadOnlyDoubleWrapper seconds = new ReadOnlyDoubleWrapper(0);
  private final ReadOnlyObjectWrapper<Waveform> waveform =
      new ReadOnlyObjectWrapper<>(new Waveform(new float[COLUMNS], new float[COLUMNS]));
  private Subscription counting = Subscription.EMPTY;
  private CancellationSwitch stop = new CancellationSwitch();

  RecordingSession(Microphone microphone, Jobs jobs, Delay delay, Consumer<Notice> notices) {
    this.microphone = microphone;
    this.jobs = jobs;
    this.delay = delay;
    this.notices = notices;
  }

  ReadOnlyObjectProperty<State> stateProperty() {
    return state.getReadOnlyProperty();
  }

  /** 3, 2, 1, and 0 when it does not count. */
  ReadOnlyIntegerProperty countdownProperty() {
    return countdown.getReadOnlyProperty();
  }

  /** What comes in now, in dB relative to full scale. */
  ReadOnlyDoubleProperty levelProperty() {
    return level.getReadOnlyProperty();
  }

  /** Recorded so far. */
  ReadOnlyDoubleProperty secondsProperty() {
    return seconds.getReadOnlyProperty();
  }

  /** The last seconds that came in. */
  ReadOnlyObjectProperty<Waveform> waveformProperty() {
    return waveform.getReadOnlyProperty();
  }

  /** Counts down and records; {@code done} gets the recording, unless it failed or was dropped. */
  void start(Consumer<Audio> done) {
    if (state.get() == State.IDLE) {
      state.set(State.COUNTDOWN);
      count(COUNTDOWN_FROM, done);
    }
  }

  /** Ends the recording and keeps it; a countdown just ends. */
  void stop() {
    counting.unsubscribe();
    if (state.get() == State.COUNTDOWN) {
      idle();
    }
    stop.request();
  }

  private void count(int number, Consumer<Audio> done) {
    countdown.set(number);
    if (number == 0) {
      record(done);
    } else {
      counting = delay.after(1, () -> count(number - 1, done));
    }
  }

  private void record(Consumer<Audio> done) {
    state.set(State.RECORDING);
    seconds.set(0);
    CancellationSwitch enough = new CancellationSwitch();
    stop = enough;
    Incoming incoming = new Incoming(enough);
    jobs.start(
        (progress, cancellation) -> microphone.record(enough, LONGEST_SECONDS, incoming),
        outcome -> {
          idle();
          outcome.handle(done, notices);
          if (outcome instanceof Outcome.Failed<Audio>) {
            incoming.kept(microphone.sampleRate()).ifPresent(done);
          }
        });
  }

  private void idle() {
    state.set(State.IDLE);
    countdown.set(0);
    level.set(Silence.NOTHING_DB);
  }

  /** What comes in, on the recording thread; one report at a time waits for the views. */
  private final class Incoming implements Consumer<float[]> {
    private final CancellationSwitch enough;
    private final Silence silence = new Silence();
    private final float[] low = new float[COLUMNS];
    private final float[] high = new float[COLUMNS];
    private final AtomicReference<Report> waiting = new AtomicReference<>();
    private final List<float[]> chunks = new ArrayList<>();

    Incoming(CancellationSwitch enough) {
      this.enough = enough;
    }

    @Override
    public void accept(float[] chunk) {
      chunks.add(chunk);
      float least = 0;
      float most = 0;
      double sum = 0;
      for (float sample : chunk) {
        least = Math.min(least, sample);
        most = Math.max(most, sample);
        sum += sample * sample;
      }
      System.arraycopy(low, 1, low, 0, COLUMNS - 1);
      System.arraycopy(high, 1, high, 0, COLUMNS - 1);
      low[COLUMNS - 1] = least;
      high[COLUMNS - 1] = most;
      double db = 10 * Math.log10(sum / Math.max(1, chunk.length) + 1e-12);
      if (silence.isOver(db)) {
        enough.request();
      }
      tell(new Report(db, silence.seconds(), new Waveform(low.clone(), high.clone())));
    }

    /** What had come in when the microphone went away, where it is worth keeping. */
    Optional<Audio> kept(int sampleRate) {
      int length = chunks.stream().mapToInt(chunk -> chunk.length).sum();
      if (length < WORTH_KEEPING_SECONDS * sampleRate) {
        return Optional.empty();
      }
      FloatBuffer samples = FloatBuffer.allocate(length);
      chunks.forEach(samples::put);
      return Optional.of(new Audio(samples.array(), sampleRate));
    }

    private void tell(Report report) {
      if (waiting.getAndSet(report) == null) {
        jobs.inView(
            () -> {
              Report latest = waiting.getAndSet(null);
              level.set(latest.level());
              seconds.set(latest.seconds());
              waveform.set(latest.waveform());
            });
      }
    }
  }

  private record Report(double level, double seconds, Waveform waveform) {}
}
