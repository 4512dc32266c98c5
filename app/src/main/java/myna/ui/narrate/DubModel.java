package myna.ui.narrate;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import myna.audio.FileLabels;
import myna.delivery.Loudness;
import myna.delivery.Sound;
import myna.engine.PackLease;
import myna.jobs.Cancellation;
import myna.jobs.Progress;
import myna.narration.dub.DubCast;
import myna.narration.dub.DubFile;
import myna.narration.dub.DubOrder;
import myna.narration.dub.DubReport;
import myna.narration.read.TimedCue;
import myna.narration.script.Cast;
import myna.speech.Knob;
import myna.speech.SpeechOptions;
import myna.text.TextSettings;
import myna.ui.common.Job;
import myna.ui.common.Jobs;
import myna.ui.common.Notice;
import myna.ui.common.Outcome;
import myna.voice.Voice;
import myna.watermark.SyntheticNote;

/**
 * Subtitles that are open: who speaks them, and what is made of them. On the thread of the views.
 */
final class DubModel {
  /** What was made. */
  record Made(Path file, DubReport report) {}

  /**
   * How far it is.
   *
   * @param share in [0, 1]
   * @param secondsLeft negative while that cannot be told
   */
  record Pace(double share, double secondsLeft) {
    static final Pace START = new Pace(0, -1);
  }

  /** Before so much is done, nothing can be told of the rest. */
  private static final double LEAST_DONE = 0.05;

  private final NarrateViewModel.Tools tools;
  private final NarrateViewModel.Speakers speakers;
  private final Path file;
  private final List<TimedCue> cues;
  private final Consumer<Notice> notices;
  private final Jobs steps;
  private final ReadOnlyObjectWrapper<Optional<Path>> film =
      new ReadOnlyObjectWrapper<>(Optional.empty());
  private final ReadOnlyObjectWrapper<Optional<Made>> made =
      new ReadOnlyObjectWrapper<>(Optional.empty());
  private final ReadOnlyObjectWrapper<Pace> pace = new ReadOnlyObjectWrapper<>(Pace.START);
  private final ReadOnlyBooleanWrapper busy = new ReadOnlyBooleanWrapper();
  private Cast cast;
  private Optional<Job> job = Optional.empty();

  /**
   * Subtitles.
   *
   * @param file they were read from
   */
  DubModel(
      NarrateViewModel.Tools tools,
      NarrateViewModel.Speakers speakers,
      Path file,
      List<TimedCue> cues,
      Consumer<Notice> notices) {
    this.tools = tools;
    this.speakers = speakers;
    this.file = file;
    this.cues = List.copyOf(cues);
    this.notices = notices;
    steps = tools.jobs().oneByOne();
    cast = Cast.of(speakers.usual().get().map(Voice::name).orElse(""));
  }

  Path file() {
    return file;
  }

  List<TimedCue> cues() {
    return cues;
  }

  /** Those who are named to speak. */
  Set<String> people() {
    return cues.stream()
        .flatMap(cue -> cue.turns().stream())
        .map(TimedCue.Turn::speaker)
        .filter(name -> !name.isEmpty())
        .collect(Collectors.toCollection(TreeSet::new));
  }

  Cast cast() {
    return cast;
  }

  void cast(UnaryOperator<Cast> change) {
    cast = change.apply(cast);
  }

  /** What the speech is mixed with, if anything. */
  ReadOnlyObjectProperty<Optional<Path>> filmProperty() {
    return film.getReadOnlyProperty();
  }

  void film(Optional<Path> chosen) {
    film.set(chosen);
  }

  /** Whether it is being made. */
  ReadOnlyBooleanProperty busyProperty() {
    return busy.getReadOnlyProperty();
  }

  ReadOnlyObjectProperty<Pace> paceProperty() {
    return pace.getReadOnlyProperty();
  }

  /** What was made last. */
  ReadOnlyObjectProperty<Optional<Made>> madeProperty() {
    return made.getReadOnlyProperty();
  }

  /** Speaks everything into a file. */
  void make(Path output) {
    if (busy.get()) {
      return;
    }
    if (cast.narrator().isEmpty()) {
      notices.accept(Notice.warning("narrate.novoice"));
      return;
    }
    busy.set(true);
    made.set(Optional.empty());
    pace.set(Pace.START);
    DubOrder order = order();
    DubFile target = target(output);
    long start = System.nanoTime();
    Job fresh =
        steps.start(
            (progress, cancellation) -> write(order, target, progress, cancellation), this::end);
    job = Optional.of(fresh);
    fresh
        .progressProperty()
        .subscribe(share -> show(share.doubleValue(), (System.nanoTime() - start) / 1e9));
  }

  private DubOrder order() {
    return new DubOrder(
        cues,
        new DubCast(cast, speakers.library()),
        TextSettings.DEFAULT,
        SpeechOptions.NONE.with(Knob.VERIFY, true),
        DubOrder.USUAL_FASTEST);
  }

  private DubFile target(Path output) {
    Sound sound = new Sound(Loudness.NONE, 0, 0, tools.marks().watermark());
    FileLabels labels = SyntheticNote.labels().sealed(tools.marks().seal());
    return new DubFile(output, film.get(), true, sound, labels);
  }

  private Made write(DubOrder order, DubFile target, Progress progress, Cancellation cancellation)
      throws Exception {
    try (PackLease pack = speakers.leases().lease()) {
      return new Made(target.output(), target.write(pack, order, progress, cancellation));
    }
  }

  private void show(double share, double seconds) {
    if (busy.get() && share >= 0) {
      pace.set(new Pace(share, share < LEAST_DONE ? -1 : seconds * (1 - share) / share));
    }
  }

  private void end(Outcome<Made> outcome) {
    busy.set(false);
    outcome.handle(
        done -> {
          made.set(Optional.of(done));
          notices.accept(Notice.success("narrate.dub.done", done.file().getFileName().toString()));
        },
        notices);
  }

  /** Stops; no file is left. */
  void stop() {
    job.ifPresent(Job::cancel);
  }

  /** Waits for the end of what was stopped; on any thread but that of the views. */
  void close() {
    steps.finish();
  }
}
