package myna.ui.narrate;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.util.Subscription;
import myna.audio.Seal;
import myna.engine.PackLease;
import myna.narration.Narration;
import myna.narration.book.NarrationException;
import myna.narration.export.ExportReport;
import myna.narration.export.ExportSettings;
import myna.narration.export.PlayerPage;
import myna.narration.project.ChapterEntry;
import myna.narration.project.LineEntry;
import myna.narration.project.ProjectEditor;
import myna.narration.project.ProjectSettings;
import myna.narration.script.Cast;
import myna.ui.common.Delay;
import myna.ui.common.FileMarks;
import myna.ui.common.Jobs;
import myna.ui.common.Notice;
import myna.ui.common.Outcome;
import myna.ui.sound.Transport;

/** An open book: what its page shows and does. Used on the thread of the views. */
final class BookModel {
  /**
   * What it takes from the rest of the studio.
   *
   * @param marks what files say of themselves
   */
  record Tools(Jobs jobs, Delay delay, Transport transport, RenderQueue queue, FileMarks marks) {}

  /** While it renders, what is shown is read anew this often. */
  private static final double REFRESH_SECONDS = 1;

  private final Tools tools;
  private final Jobs steps;
  private final Narration narration;
  private final PackLease pack;
  private final Consumer<Notice> notices;
  private final BookWork work = new BookWork();
  private final ReadOnlyObjectWrapper<Snapshot> snapshot = new ReadOnlyObjectWrapper<>();
  private final ObservableList<ChapterEntry> chapters = FXCollections.observableArrayList();
  private final ObservableList<LineEntry> lines = FXCollections.observableArrayList();
  private final ReadOnlyObjectWrapper<OptionalLong> heard =
      new ReadOnlyObjectWrapper<>(OptionalLong.empty());
  private final Subscription following;
  private List<ChapterFeed.Piece> playing = List.of();
  private Subscription refreshing = Subscription.EMPTY;
  private boolean refreshWaits;
  private OptionalLong hearWhenMade = OptionalLong.empty();

  /**
   * A book.
   *
   * @param pack closed with it
   * @param first what there is to show
   */
  BookModel(
      Tools tools, Narration narration, PackLease pack, Snapshot first, Consumer<Notice> notices) {
    this.tools = tools;
    this.steps = tools.jobs().oneByOne();
    this.narration = narration;
    this.pack = pack;
    this.notices = notices;
    show(first);
    following =
        Subscription.combine(
            work.progressProperty().subscribe(progress -> refreshSoon()),
            tools.transport().positionProperty().subscribe(this::follow),
            tools.transport().subjectProperty().subscribe(this::follow));
  }

  Narration narration() {
    return narration;
  }

  Path folder() {
    return narration.project().folder();
  }

  Transport transport() {
    return tools.transport();
  }

  /** The book as it is. */
  ReadOnlyObjectProperty<Snapshot> snapshotProperty() {
    return snapshot.getReadOnlyProperty();
  }

  Snapshot snapshot() {
    return snapshot.get();
  }

  ObservableList<ChapterEntry> chapters() {
    return chapters;
  }

  /** The lines of the chapter that is shown. */
  ObservableList<LineEntry> lines() {
    return lines;
  }

  /** What is being made of it. */
  BookWork work() {
    return work;
  }

  /** The line that is heard now. */
  ReadOnlyObjectProperty<OptionalLong> heardProperty() {
    return heard.getReadOnlyProperty();
  }

  /** The number of steps that the model usually takes. */
  int usualSteps() {
    return pack.format().defaults().steps();
  }

  /** Shows the lines of a chapter. */
  void showChapter(long chapter) {
    if (snapshot.get().chapter() != chapter) {
      read(chapter, () -> {}, Optional.of(snapshot.get().cast().speakers()));
    }
  }

  /** What is done to chapters, texts and takes. */
  @FunctionalInterface
  interface Edit {
    void make(ProjectEditor editor) throws NarrationException;
  }

  /** Changes the book; what is not concerned keeps its sound. */
  void edit(Edit edit) {
    read(snapshot.get().chapter(), () -> edit.make(narration.edit()), Optional.empty());
  }

  /** Reads the paragraph that a line stands in. */
  void paragraph(LineEntry line, Consumer<String> show) {
    steps.start(
        (progress, cancellation) ->
            narration.project().blocks(line.place().chapter()).stream()
                .filter(block -> block.id() == line.place().block())
                .map(block -> block.block().text())
                .findFirst()
                .orElse(line.line().text()),
        outcome -> outcome.handle(show, notices));
  }

  /** Changes who speaks. */
  void cast(UnaryOperator<Cast> change) {
    settings(settings -> settings.withCast(change.apply(settings.cast())));
  }

  /** Changes what was chosen for the whole book. */
  void settings(UnaryOperator<ProjectSettings> change) {
    read(
        snapshot.get().chapter(),
        () -> narration.change(change::apply),
        Optional.of(snapshot.get().cast().speakers()));
  }

  /** Makes what is missing. */
  void narrate() {
    make(Optional.empty(), report -> notices.accept(Notice.success("narrate.done", title())));
  }

  /** Whether the next file will carry the mark of synthetic speech. */
  boolean marks() {
    return tools.marks().watermark();
  }

  /** What is put on the next file. */
  Seal seal() {
    return tools.marks().seal();
  }

  /** Makes what is missing, and writes the audiobook. */
  void export(ExportSettings settings) {
    make(Optional.of(settings), this::tellExported);
  }

  /**
   * Makes what is missing, writes the audiobook, and beside it the page that reads it along.
   *
   * @param show opens the page; false where it cannot
   */
  void exportReadAlong(ExportSettings settings, Predicate<Path> show) {
    make(
        Optional.of(settings),
        report -> {
          tellExported(report);
          steps.start(
              (progress, cancellation) ->
                  new PlayerPage(narration.project(), settings.credits()).beside(sound(report)),
              outcome -> outcome.handle(page -> show(page, show), notices));
        });
  }

  private void show(Path page, Predicate<Path> show) {
    if (!show.test(page)) {
      notices.accept(Notice.success("narrate.page", page.toString()));
    }
  }

  private void tellExported(Optional<ExportReport> report) {
    notices.accept(
        Notice.success(
            "narrate.exported",
            sound(report).getFileName().toString(),
            report.orElseThrow().words().doubtful().size()));
  }

  private static Path sound(Optional<ExportReport> report) {
    return report.orElseThrow().files().getFirst();
  }

  private void make(
      Optional<ExportSettings> export, Consumer<? super Optional<ExportReport>> done) {
    if (work.state().isBusy()) {
      return;
    }
    if (snapshot.get().cast().settings().cast().narrator().isEmpty()) {
      notices.accept(Notice.warning("narrate.novoice"));
      return;
    }
    tools
        .queue()
        .add(
            new RenderQueue.Order(
                narration, work, export, outcome -> refresh(() -> outcome.handle(done, notices))));
  }

  /** Speaks a line another way, and plays it when it is made. */
  void retake(LineEntry line) {
    tools.transport().stop();
    makeAndHear(line, editor -> editor.retake(line.id()));
  }

  /** Chooses among the takes of a line, and plays it. */
  void choose(LineEntry line, int take) {
    tools.transport().stop();
    makeAndHear(line, editor -> editor.choose(line.id(), take));
  }

  private void makeAndHear(LineEntry line, Edit edit) {
    read(
        snapshot.get().chapter(),
        () -> edit.make(narration.edit()),
        Optional.of(snapshot.get().cast().speakers()),
        outcome -> {
          if (outcome instanceof Outcome.Done) {
            hearWhenMade = OptionalLong.of(line.id());
            make(Optional.empty(), report -> {});
          }
        });
  }

  /** Plays a chapter from a line on, or stops. */
  void play(LineEntry line) {
    if (tools.transport().isOn(this)) {
      tools.transport().stop();
    } else {
      playFrom(line);
    }
  }

  /** Plays a chapter from a line on. */
  void playFrom(LineEntry line) {
    int index = indexOf(line.id());
    List<ChapterFeed.Piece> pieces = index < 0 ? List.of() : ChapterFeed.pieces(lines, index);
    if (pieces.isEmpty()) {
      notices.accept(Notice.warning("narrate.line.missing"));
      return;
    }
    playing = pieces;
    tools.transport().play(this, new ChapterFeed(narration.project(), pieces), 0);
  }

  private int indexOf(long line) {
    for (int i = 0; i < lines.size(); i++) {
      if (lines.get(i).id() == line) {
        return i;
      }
    }
    return -1;
  }

  private void follow() {
    if (!tools.transport().isOn(this)) {
      heard.set(OptionalLong.empty());
      return;
    }
    double now = tools.transport().positionProperty().get();
    heard.set(
        playing.stream()
            .filter(piece -> piece.start() <= now)
            .reduce((before, after) -> after)
            .map(piece -> OptionalLong.of(piece.line()))
            .orElse(OptionalLong.empty()));
  }

  String title() {
    return snapshot.get().metadata().title();
  }

  private void refreshSoon() {
    if (!refreshWaits) {
      refreshWaits = true;
      refreshing = tools.delay().after(REFRESH_SECONDS, this::refresh);
    }
  }

  /** Reads what is shown anew. */
  void refresh() {
    refresh(() -> {});
  }

  private void refresh(Runnable then) {
    refreshWaits = false;
    refreshing.unsubscribe();
    read(
        snapshot.get().chapter(),
        () -> {},
        Optional.of(snapshot.get().cast().speakers()),
        outcome -> then.run());
  }

  private interface Change {
    void make() throws NarrationException;
  }

  private void read(long chapter, Change change, Optional<Map<String, Integer>> speakers) {
    read(chapter, change, speakers, outcome -> {});
  }

  /**
   * Changes the book and shows it as it is then.
   *
   * @param speakers as they are known; found anew where a text changed
   * @param then told how it ended, once it is shown
   */
  private void read(
      long chapter,
      Change change,
      Optional<Map<String, Integer>> speakers,
      Consumer<Outcome<Snapshot>> then) {
    steps.start(
        (progress, cancellation) -> {
          change.make();
          return Snapshot.of(narration, chapter, speakers);
        },
        outcome -> {
          outcome.handle(this::show, notices);
          then.accept(outcome);
        });
  }

  private void show(Snapshot fresh) {
    snapshot.set(fresh);
    update(chapters, fresh.chapters());
    update(lines, fresh.lines());
    hearWhenMade.ifPresent(this::hearIfMade);
  }

  /** Replaces what differs alone: a list that is set anew loses its place. */
  private static <T> void update(ObservableList<T> list, List<T> fresh) {
    if (list.size() != fresh.size()) {
      list.setAll(fresh);
      return;
    }
    for (int i = 0; i < fresh.size(); i++) {
      if (!list.get(i).equals(fresh.get(i))) {
        list.set(i, fresh.get(i));
      }
    }
  }

  private void hearIfMade(long line) {
    int index = indexOf(line);
    if (index >= 0 && lines.get(index).take().isPresent() && !work.state().isBusy()) {
      hearWhenMade = OptionalLong.empty();
      playFrom(lines.get(index));
    }
  }

  /** Lets go of the book after what was begun on it; blocks. */
  void close() throws NarrationException {
    try (pack) {
      steps.finish();
      narration.close();
    }
  }

  /** Stops following what plays; on the thread of the views. */
  void leave() {
    following.unsubscribe();
    refreshing.unsubscribe();
    work.stop();
    if (tools.transport().isOn(this)) {
      tools.transport().stop();
    }
  }
}
