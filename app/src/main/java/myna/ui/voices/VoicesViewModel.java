package myna.ui.voices;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.collections.transformation.FilteredList;
import myna.audio.Waveform;
import myna.ui.common.Delay;
import myna.ui.common.FileChoosers.Sort;
import myna.ui.common.Jobs;
import myna.ui.common.Notice;
import myna.ui.common.Outcome;
import myna.ui.common.Work;
import myna.ui.engine.StudioEngine;
import myna.ui.sound.Feed;
import myna.ui.sound.Microphone;
import myna.ui.sound.Transport;
import myna.voice.Clip;
import myna.voice.Consent;
import myna.voice.Recording;
import myna.voice.Voice;
import myna.voice.VoiceLibrary;

/** The library of voices and what is done with one. */
public final class VoicesViewModel {
  /** What the page shows. */
  enum Mode {
    LIBRARY,
    NEW_CLIP
  }

  private final ClipDraft.Tools tools;
  private final Preview preview;
  private final AdaptModel adapting;
  private final Path samples;
  private final Consumer<Notice> notices;
  private final ClipDraft draft;
  private final ConsentModel consent;
  private final RecordingSession session;
  private final ObservableList<Voice> voices = FXCollections.observableArrayList();
  private final FilteredList<Voice> shown = new FilteredList<>(voices);
  private final StringProperty filter = new SimpleStringProperty("");
  private final ObjectProperty<Voice> selected = new SimpleObjectProperty<>();
  private final ReadOnlyObjectWrapper<Mode> mode = new ReadOnlyObjectWrapper<>(Mode.LIBRARY);
  private final BooleanProperty loaded = new SimpleBooleanProperty();
  private int damaged;

  /**
   * Where voices lie.
   *
   * @param library of the user
   * @param samples folder of clips whose voices anybody may use
   * @param key of the user's own signatures, which need not be there
   */
  public record Places(VoiceLibrary library, Path samples, Path key) {}

  /** What sound comes from and goes to. */
  public record Hardware(Transport transport, Microphone microphone, StudioEngine engine) {}

  /** What runs things, at once or later. */
  public record Pace(Jobs jobs, Delay delay, Clock clock) {}

  /** The page on a library. */
  public static VoicesViewModel create(
      Places places, Hardware hardware, Pace pace, Consumer<Notice> notices) {
    RecordingSession session =
        new RecordingSession(hardware.microphone(), pace.jobs(), pace.delay(), notices);
    return new VoicesViewModel(
        new ClipDraft.Tools(
            places.library(), hardware.transport(), pace.jobs(), pace.delay(), pace.clock()),
        session,
        new Heard(
            new Preview(hardware.engine(), hardware.transport(), pace.jobs(), notices),
            new AdaptModel(places.library(), hardware.engine(), session, pace.jobs(), notices),
            hardware.engine()),
        places,
        notices);
  }

  /** What a voice sounds like, and how it may sound more like its owner. */
  private record Heard(Preview preview, AdaptModel adapting, StudioEngine engine) {}

  private VoicesViewModel(
      ClipDraft.Tools tools,
      RecordingSession session,
      Heard heard,
      Places places,
      Consumer<Notice> notices) {
    samples = places.samples();
    this.tools = tools;
    this.session = session;
    preview = heard.preview();
    adapting = heard.adapting();
    this.notices = notices;
    draft = new ClipDraft(tools, places.key(), notices);
    consent =
        new ConsentModel(
            draft,
            session,
            heard.engine(),
            new ConsentModel.Pace(tools.jobs(), tools.clock()),
            notices);
    filter.subscribe(this::applyFilter);
    refresh();
  }

  /** All voices, by name. */
  public ObservableList<Voice> voices() {
    return voices;
  }

  /** The voices that the filter lets through. */
  ObservableList<Voice> shown() {
    return shown;
  }

  StringProperty filterProperty() {
    return filter;
  }

  /** The voice whose details are shown. */
  ObjectProperty<Voice> selectedProperty() {
    return selected;
  }

  ReadOnlyObjectProperty<Mode> modeProperty() {
    return mode.getReadOnlyProperty();
  }

  /** Whether the library was read at least once. */
  BooleanProperty loadedProperty() {
    return loaded;
  }

  ClipDraft draft() {
    return draft;
  }

  ConsentModel consent() {
    return consent;
  }

  RecordingSession session() {
    return session;
  }

  Preview preview() {
    return preview;
  }

  AdaptModel adapting() {
    return adapting;
  }

  /** What plays clips. */
  Transport transport() {
    return tools.transport();
  }

  /** Reads the library anew. */
  public void refresh() {
    tools
        .jobs()
        .start(
            (progress, cancellation) -> tools.library().list(),
            outcome -> outcome.handle(this::show, notices));
  }

  private void show(VoiceLibrary.Listing listing) {
    Voice before = selected.get();
    if (!voices.equals(listing.voices())) {
      voices.setAll(listing.voices());
    }
    loaded.set(true);
    selected.set(
        listing.voices().stream()
            .filter(voice -> before != null && voice.id().equals(before.id()))
            .findFirst()
            .orElse(listing.voices().isEmpty() ? null : listing.voices().getFirst()));
    if (listing.problems().size() > damaged) {
      notices.accept(Notice.warning("voices.damaged", listing.problems().size()));
    }
    damaged = listing.problems().size();
  }

  /** Begins a clip: for a new voice, or for one that is there. */
  public void addClip(Voice target) {
    draft.begin(target);
    mode.set(Mode.NEW_CLIP);
  }

  /** Goes back to the library; what was not saved is gone. */
  void leaveDraft() {
    session.stop();
    draft.begin(null);
    mode.set(Mode.LIBRARY);
  }

  /** Begins or ends a recording. */
  void toggleRecording(String sourceName) {
    if (session.stateProperty().get() == RecordingSession.State.IDLE) {
      tools.transport().stop();
      session.start(audio -> keep(new Recording(sourceName, audio)));
    } else {
      session.stop();
    }
  }

  private void keep(Recording recording) {
    if (mode.get() == Mode.NEW_CLIP) {
      draft.take(recording);
    }
  }

  /** Saves the clip and shows its voice. */
  void saveDraft() {
    draft.save(
        voice -> {
          mode.set(Mode.LIBRARY);
          selected.set(voice);
          notices.accept(Notice.success("voices.saved", voice.name()));
          refresh();
        });
  }

  /** Adds the voices that come with the program. */
  public void addSamples() {
    Consent consent = new Consent(Consent.Kind.PERMISSION, LocalDate.now(tools.clock()));
    tools
        .jobs()
        .start(
            (progress, cancellation) -> {
              List<Path> clips;
              try (Stream<Path> files = Files.list(samples)) {
                clips = files.filter(Sort.AUDIO::matches).sorted().toList();
              }
              for (Path clip : clips) {
                Recording recording = Recording.read(clip);
                tools
                    .library()
                    .create(ClipDraft.nameOf(recording.source()), consent, List.of(recording));
              }
              return clips.size();
            },
            outcome -> {
              outcome.handle(
                  count -> notices.accept(Notice.success("voices.samples.added", count)), notices);
              refresh();
            });
  }

  /** Takes files dropped on the window: voices are imported, a sound becomes a clip. */
  public boolean receive(List<Path> files) {
    if (files.stream().allMatch(Sort.VOICE::matches)) {
      importFrom(files);
      return true;
    }
    if (files.size() == 1 && Sort.AUDIO.matches(files.getFirst())) {
      if (mode.get() != Mode.NEW_CLIP) {
        addClip(null);
      }
      draft.read(files.getFirst());
      return true;
    }
    return false;
  }

  /** Adds the voices in files. */
  void importFrom(List<Path> files) {
    for (Path file : files) {
      change(
          (progress, cancellation) -> tools.library().importFrom(file),
          voice -> Notice.success("voices.imported", voice.name()));
    }
  }

  /** Writes a voice into a file. */
  void exportTo(Voice voice, Path file) {
    change(
        (progress, cancellation) -> {
          tools.library().exportTo(voice, file);
          return voice;
        },
        done -> Notice.success("voices.exported", done.name(), file.getFileName().toString()));
  }

  void rename(Voice voice, String name) {
    String clean = name.strip();
    if (!clean.isEmpty() && !clean.equals(voice.name())) {
      change(voice, current -> current.withName(clean));
    }
  }

  void describe(Voice voice, String notes) {
    if (!notes.equals(voice.profile().notes())) {
      change(
          voice,
          current -> current.withProfile(new Voice.Profile(notes, current.profile().colour())));
    }
  }

  void colour(Voice voice, String colour) {
    if (!colour.equals(voice.profile().colour())) {
      change(
          voice,
          current -> current.withProfile(new Voice.Profile(current.profile().notes(), colour)));
    }
  }

  private void change(Voice voice, VoiceLibrary.Change change) {
    change((progress, cancellation) -> tools.library().change(voice, change), done -> null);
  }

  /** Adds a copy; {@code name} is the first free one. */
  void duplicate(Voice voice, String name) {
    String free = name;
    for (int number = 2; isTaken(free); number++) {
      free = name + " " + number;
    }
    String chosen = free;
    change(
        (progress, cancellation) -> tools.library().duplicate(voice, chosen),
        copy -> Notice.success("voices.duplicated", copy.name()));
  }

  private boolean isTaken(String name) {
    return voices.stream().anyMatch(voice -> voice.name().equalsIgnoreCase(name));
  }

  /** Deletes a voice and everything of it. */
  void delete(Voice voice) {
    tools.transport().stop();
    tools
        .jobs()
        .start(
            (progress, cancellation) -> {
              tools.library().delete(voice);
              return voice;
            },
            outcome -> outcome.handle(this::drop, notices));
  }

  private void drop(Voice gone) {
    int index = voices.indexOf(selected.get());
    voices.removeIf(each -> each.id().equals(gone.id()));
    selected.set(voices.isEmpty() ? null : voices.get(Math.clamp(index, 0, voices.size() - 1)));
    notices.accept(Notice.success("voices.deleted", gone.name()));
  }

  void removeClip(Voice voice, Clip clip) {
    tools.transport().stop();
    change((progress, cancellation) -> tools.library().removeClip(voice, clip), done -> null);
  }

  /** Plays a clip, or stops it. */
  void playClip(Voice voice, Clip clip) {
    if (transport().isOn(clip)) {
      transport().stop();
      return;
    }
    tools
        .jobs()
        .start(
            (progress, cancellation) -> tools.library().read(voice, clip),
            outcome ->
                outcome.handle(
                    audio -> transport().play(clip, Feed.of(audio, 0, audio.seconds()), 0),
                    notices));
  }

  /** Reads the outline of a clip for a picture. */
  void outline(Voice voice, Clip clip, Consumer<Waveform> show) {
    tools
        .jobs()
        .start(
            (progress, cancellation) ->
                Waveform.of(tools.library().read(voice, clip), ClipDraft.COLUMNS / 3),
            outcome -> {
              if (outcome instanceof Outcome.Done<Waveform>(Waveform waveform)) {
                show.accept(waveform);
              }
            });
  }

  /** What closing the window would lose. */
  public Optional<String> objection() {
    boolean unsaved = mode.get() == Mode.NEW_CLIP && draft.recordingProperty().get() != null;
    boolean recording = session.stateProperty().get() != RecordingSession.State.IDLE;
    return recording
        ? Optional.of("voices.objection.recording")
        : unsaved ? Optional.of("voices.objection.unsaved") : Optional.empty();
  }

  /** Changes the library, shows the voice that comes of it, and tells so. */
  private void change(Work<Voice> work, Function<Voice, Notice> told) {
    tools
        .jobs()
        .start(
            work,
            outcome -> {
              outcome.handle(
                  voice -> {
                    selected.set(voice);
                    Optional.ofNullable(told.apply(voice)).ifPresent(notices);
                  },
                  notices);
              refresh();
            });
  }

  private void applyFilter() {
    String wanted = filter.get().strip().toLowerCase(Locale.ROOT);
    shown.setPredicate(
        voice ->
            wanted.isEmpty()
                || Objects.toString(voice.name(), "").toLowerCase(Locale.ROOT).contains(wanted)
                || voice.profile().notes().toLowerCase(Locale.ROOT).contains(wanted));
  }
}
