package myna.ui.voices;

import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import myna.engine.Adapted;
import myna.ui.common.Job;
import myna.ui.common.Jobs;
import myna.ui.common.Notice;
import myna.ui.common.Outcome;
import myna.ui.engine.StudioEngine;
import myna.voice.Reading;
import myna.voice.ReadingFiles;
import myna.voice.Voice;
import myna.voice.VoiceLibrary;

/** Adapts the model to voices, one at a time, and takes that back. */
final class AdaptModel {
  private final VoiceLibrary library;
  private final StudioEngine engine;
  private final Jobs jobs;
  private final Consumer<Notice> notices;
  private final ReadOnlyObjectWrapper<State> state = new ReadOnlyObjectWrapper<>(State.UNKNOWN);
  private final ReadOnlyObjectWrapper<Job> job = new ReadOnlyObjectWrapper<>();
  private final ReadAloud aloud;
  private Voice shown;

  /**
   * How it stands with a voice.
   *
   * @param adapted whether a model is adapted to it
   * @param readings that it keeps
   */
  record State(boolean adapted, int readings) {
    static final State UNKNOWN = new State(false, 0);
  }

  /** Where readings come from. */
  @FunctionalInterface
  private interface Readings {
    List<Reading> get() throws Exception;
  }

  AdaptModel(
      VoiceLibrary library,
      StudioEngine engine,
      RecordingSession session,
      Jobs jobs,
      Consumer<Notice> notices) {
    this.library = library;
    this.engine = engine;
    this.jobs = jobs;
    this.notices = notices;
    aloud = new ReadAloud(ReadingTexts.sentences(), session, engine, jobs, notices);
  }

  /** What is read aloud for the voice that is shown. */
  ReadAloud aloud() {
    return aloud;
  }

  /** How it stands with the voice that is shown. */
  ReadOnlyObjectProperty<State> stateProperty() {
    return state.getReadOnlyProperty();
  }

  /** The work under way, null where there is none. */
  ReadOnlyObjectProperty<Job> jobProperty() {
    return job.getReadOnlyProperty();
  }

  /** Shows a voice. */
  void show(Voice voice) {
    if (shown == null || !shown.id().equals(voice.id())) {
      aloud.clear();
    }
    shown = voice;
    jobs.start(
        (progress, cancellation) ->
            new State(library.adapted(voice).isPresent(), library.readings(voice).size()),
        outcome ->
            outcome.handle(
                known -> {
                  if (voice.equals(shown)) {
                    state.set(known);
                  }
                },
                notices));
  }

  /** Learns from a folder of recordings with their texts. */
  void learn(Voice voice, Path folder) {
    learn(voice, () -> ReadingFiles.read(List.of(folder)));
  }

  /** Learns from what was read aloud. */
  void learnRead(Voice voice) {
    List<Reading> readings = List.copyOf(aloud.readings());
    learn(voice, () -> readings);
  }

  /** Learns once more from what the voice read before. */
  void learnAgain(Voice voice) {
    learn(voice, () -> library.readings(voice));
  }

  private void learn(Voice voice, Readings readings) {
    if (job.get() != null) {
      return;
    }
    Job started =
        jobs.start(
            (progress, cancellation) -> {
              Adapted adapted = engine.adapt(voice, readings.get(), progress, cancellation);
              library.adapt(voice, adapted.bytes(), adapted.readings());
              return adapted;
            },
            outcome -> end(voice, outcome));
    job.set(started.isRunning() ? started : null);
  }

  private void end(Voice voice, Outcome<Adapted> outcome) {
    job.set(null);
    outcome.handle(
        adapted -> {
          notices.accept(
              Notice.success(
                  "voices.adapt.done",
                  voice.name(),
                  100 * adapted.before().orElse(0),
                  100 * adapted.after().orElse(0)));
          refresh();
        },
        notices);
  }

  /** Ends the work; the voice stays as it was. */
  void cancel() {
    if (job.get() != null) {
      job.get().cancel();
    }
  }

  /** Goes back to the voice as its clips have it. */
  void undo(Voice voice) {
    jobs.start(
        (progress, cancellation) -> {
          library.undoAdapting(voice);
          return voice;
        },
        outcome -> outcome.handle(done -> refresh(), notices));
  }

  private void refresh() {
    if (shown != null) {
      show(shown);
    }
  }
}
