package myna.ui.voices;

import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.util.Subscription;
import myna.audio.Audio;
import myna.audio.VoiceActivity;
import myna.audio.Waveform;
import myna.ui.common.Delay;
import myna.ui.common.Jobs;
import myna.ui.common.Notice;
import myna.ui.common.Outcome;
import myna.ui.sound.Feed;
import myna.ui.sound.Transport;
import myna.voice.ClipCheck;
import myna.voice.ClipReport;
import myna.voice.Consent;
import myna.voice.Recording;
import myna.voice.Voice;
import myna.voice.VoiceLibrary;

/** A clip on its way into the library: trimmed, checked, with consent. */
final class ClipDraft {
  /** The least that can be kept between the handles. */
  static final double LEAST_SECONDS = 1;

  static final int COLUMNS = 1200;

  /** The check waits for the handles to rest. */
  private static final double REST_SECONDS = 0.35;

  /** What it takes from the rest of the studio. */
  record Tools(VoiceLibrary library, Transport transport, Jobs jobs, Delay delay, Clock clock) {}

  private final Tools tools;
  private final Path key;
  private final Consumer<Notice> notices;
  private final ReadOnlyObjectWrapper<Recording> recording = new ReadOnlyObjectWrapper<>();
  private final ReadOnlyObjectWrapper<Waveform> waveform = new ReadOnlyObjectWrapper<>();
  private final ReadOnlyObjectWrapper<ClipReport> check = new ReadOnlyObjectWrapper<>();
  private final DoubleProperty from = new SimpleDoubleProperty(0);
  private final DoubleProperty to = new SimpleDoubleProperty(0);
  private final StringProperty name = new SimpleStringProperty("");
  private final ObjectProperty<Consent.Kind> consent = new SimpleObjectProperty<>();
  private final ReadOnlyObjectWrapper<Optional<Origin>> origin =
      new ReadOnlyObjectWrapper<>(Optional.empty());
  private final ReadOnlyObjectWrapper<Optional<Consent.Spoken>> spoken =
      new ReadOnlyObjectWrapper<>(Optional.empty());
  private final ReadOnlyObjectWrapper<Voice> target = new ReadOnlyObjectWrapper<>();
  private final BooleanProperty busy = new SimpleBooleanProperty();
  private final BooleanBinding ready;
  private Subscription checking = Subscription.EMPTY;
  private long generation;
  private long checks;

  /**
   * Nothing is there yet.
   *
   * @param key of this user's own signatures, which need not be there
   */
  ClipDraft(Tools tools, Path key, Consumer<Notice> notices) {
    this.tools = tools;
    this.key = key;
    this.notices = notices;
    ready =
        Bindings.createBooleanBinding(
            () ->
                recording.get() != null
                    && !busy.get()
                    && (target.get() != null || (!name.get().isBlank() && consent.get() != null)),
            recording,
            busy,
            target,
            name,
            consent);
    from.subscribe(this::trimmed);
    to.subscribe(this::trimmed);
  }

  /** What was recorded or read; null where there is nothing yet. */
  ReadOnlyObjectProperty<Recording> recordingProperty() {
    return recording.getReadOnlyProperty();
  }

  ReadOnlyObjectProperty<Waveform> waveformProperty() {
    return waveform.getReadOnlyProperty();
  }

  /** What there is to say about the stretch between the handles; null while it is not known. */
  ReadOnlyObjectProperty<ClipReport> checkProperty() {
    return check.getReadOnlyProperty();
  }

  /** Start of what is kept, in seconds. */
  DoubleProperty fromProperty() {
    return from;
  }

  /** End of what is kept, in seconds. */
  DoubleProperty toProperty() {
    return to;
  }

  StringProperty nameProperty() {
    return name;
  }

  /** Whose voice it is; null until the user says so. */
  ObjectProperty<Consent.Kind> consentProperty() {
    return consent;
  }

  /** Where the file comes from; empty for what was recorded, and until it is known. */
  ReadOnlyObjectProperty<Optional<Origin>> originProperty() {
    return origin.getReadOnlyProperty();
  }

  /** What the owner of the voice said; empty until it is heard, and again for another clip. */
  ReadOnlyObjectProperty<Optional<Consent.Spoken>> spokenProperty() {
    return spoken.getReadOnlyProperty();
  }

  /**
   * Keeps what the owner of the voice said.
   *
   * @param clip that it was compared with, of {@link #selection}
   * @return false where that is not the clip any more
   */
  boolean heard(Audio clip, Consent.Spoken consent) {
    boolean same = recording.get() != null && selection().equals(clip);
    if (same) {
      spoken.set(Optional.of(consent));
    }
    return same;
  }

  /** The voice that gets the clip; null where it becomes a voice of its own. */
  ReadOnlyObjectProperty<Voice> targetProperty() {
    return target.getReadOnlyProperty();
  }

  /** Whether a file is being read or the voice being saved. */
  BooleanProperty busyProperty() {
    return busy;
  }

  /** Whether everything is there to save it. */
  BooleanBinding readyProperty() {
    return ready;
  }

  /** The length of the recording in seconds. */
  double seconds() {
    return recording.get() == null ? 0 : recording.get().audio().seconds();
  }

  /** Starts anew. */
  void begin(Voice addTo) {
    generation++;
    checks++;
    tools.transport().stop();
    recording.set(null);
    waveform.set(null);
    check.set(null);
    name.set("");
    consent.set(null);
    origin.set(Optional.empty());
    spoken.set(Optional.empty());
    target.set(addTo);
    busy.set(false);
  }

  /** Reads a file of any common format, and looks where it comes from. */
  void read(Path file) {
    long mine = ++generation;
    busy.set(true);
    tools
        .jobs()
        .start(
            (progress, cancellation) -> Recording.read(file),
            outcome -> {
              if (mine != generation) {
                return;
              }
              busy.set(false);
              outcome.handle(
                  taken -> {
                    take(taken);
                    lookAt(file, taken.audio());
                  },
                  notices);
            });
  }

  private void lookAt(Path file, Audio audio) {
    long mine = generation;
    tools
        .jobs()
        .start(
            (progress, cancellation) -> Origin.of(file, audio, key),
            outcome -> {
              if (mine == generation && outcome instanceof Outcome.Done<Origin>(Origin found)) {
                origin.set(Optional.of(found));
              }
            });
  }

  /** Takes a recording, trimmed to the speech in it. */
  void take(Recording taken) {
    long mine = ++generation;
    checks++;
    tools.transport().stop();
    Audio audio = taken.audio();
    recording.set(taken);
    origin.set(Optional.empty());
    spoken.set(Optional.empty());
    check.set(null);
    from.set(0);
    to.set(audio.seconds());
    if (name.get().isBlank() && target.get() == null) {
      name.set(nameOf(taken.source()));
    }
    tools
        .jobs()
        .start(
            (progress, cancellation) -> new Outline(audio),
            outcome -> {
              if (mine == generation && outcome instanceof Outcome.Done<Outline>(Outline outline)) {
                waveform.set(outline.waveform);
                from.set(outline.from);
                to.set(outline.to);
                checkNow();
              }
            });
  }

  /** Plays what lies between the handles, or stops. */
  void playSelection(double start) {
    Transport transport = tools.transport();
    if (transport.isOn(this)) {
      transport.stop();
    } else {
      playFrom(start);
    }
  }

  /** Plays from a place to the second handle. */
  void playFrom(double start) {
    Audio audio = recording.get().audio();
    double place = Math.clamp(start, from.get(), Math.max(from.get(), to.get() - 0.05));
    tools.transport().play(this, Feed.of(audio, place, to.get()), place);
  }

  /** Moves the first handle. */
  void trimFrom(double seconds) {
    from.set(Math.clamp(seconds, 0, Math.max(0, to.get() - LEAST_SECONDS)));
  }

  /** Moves the second handle. */
  void trimTo(double seconds) {
    to.set(Math.clamp(seconds, Math.min(seconds(), from.get() + LEAST_SECONDS), seconds()));
  }

  /** Saves it; {@code saved} gets the voice. */
  void save(Consumer<Voice> saved) {
    busy.set(true);
    tools.transport().stop();
    Recording kept = new Recording(recording.get().source(), selection());
    Voice addTo = target.get();
    String called = name.get().strip();
    Consent given =
        consent.get() == null
            ? null
            : new Consent(consent.get(), LocalDate.now(tools.clock()), spoken.get());
    tools
        .jobs()
        .start(
            (progress, cancellation) ->
                addTo == null
                    ? tools.library().create(called, given, List.of(kept))
                    : tools.library().addClip(addTo, kept),
            outcome -> {
              busy.set(false);
              outcome.handle(
                  voice -> {
                    begin(null);
                    saved.accept(voice);
                  },
                  notices);
            });
  }

  /** What lies between the handles; there is a recording. */
  Audio selection() {
    Audio audio = recording.get().audio();
    int first = Math.clamp(Math.round(from.get() * audio.sampleRate()), 0, audio.length());
    int last = Math.clamp(Math.round(to.get() * audio.sampleRate()), first, audio.length());
    return first == 0 && last == audio.length() ? audio : audio.slice(first, last);
  }

  private void trimmed() {
    spoken.set(Optional.empty());
    checkSoon();
  }

  private void checkSoon() {
    if (recording.get() != null) {
      checking.unsubscribe();
      checking = tools.delay().after(REST_SECONDS, this::checkNow);
    }
  }

  private void checkNow() {
    checking.unsubscribe();
    if (recording.get() == null) {
      return;
    }
    long mine = ++checks;
    Audio audio = selection();
    tools
        .jobs()
        .start(
            (progress, cancellation) -> ClipCheck.of(audio),
            outcome -> {
              if (mine == checks
                  && outcome instanceof Outcome.Done<ClipReport>(ClipReport result)) {
                check.set(result);
              }
            });
  }

  /** What a file is called is the name of the voice; a recording has no name yet. */
  static String nameOf(String source) {
    int dot = source.lastIndexOf('.');
    String name = dot <= 0 ? "" : source.substring(0, dot).replace('_', ' ').strip();
    return name.isEmpty()
        ? name
        : name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1);
  }

  /** What is found out about a recording before it is shown. */
  private static final class Outline {
    private static final double MARGIN_SECONDS = 0.15;

    private final Waveform waveform;
    private final double from;
    private final double to;

    Outline(Audio audio) {
      waveform = Waveform.of(audio, COLUMNS);
      VoiceActivity activity = VoiceActivity.of(audio);
      boolean speech = activity.first() >= 0;
      double frame = VoiceActivity.FRAME_SECONDS;
      from = speech ? Math.max(0, activity.first() * frame - MARGIN_SECONDS) : 0;
      to =
          speech
              ? Math.min(audio.seconds(), (activity.last() + 1) * frame + MARGIN_SECONDS)
              : audio.seconds();
    }
  }
}
