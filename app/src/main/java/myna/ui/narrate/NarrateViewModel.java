package myna.ui.narrate;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import myna.engine.EngineException;
import myna.engine.Leases;
import myna.engine.PackLease;
import myna.engine.Voices;
import myna.jobs.Cancellation;
import myna.narration.BookProject;
import myna.narration.Narration;
import myna.narration.NarrationOrder;
import myna.narration.book.NarrationException;
import myna.narration.project.ProjectArchive;
import myna.narration.project.ProjectSettings;
import myna.narration.project.Projects;
import myna.narration.read.Books;
import myna.narration.script.Cast;
import myna.ui.common.Delay;
import myna.ui.common.FileChoosers.Sort;
import myna.ui.common.FileMarks;
import myna.ui.common.Jobs;
import myna.ui.common.Notice;
import myna.ui.sound.Transport;
import myna.voice.Voice;

/** The books of the user, and the one that is open. Used on the thread of the views. */
public final class NarrateViewModel {
  /**
   * What it takes from the rest of the studio.
   *
   * @param marks what files say of themselves
   */
  public record Tools(Jobs jobs, Delay delay, Transport transport, FileMarks marks) {}

  /**
   * Who speaks, and with what.
   *
   * @param leases gives each book its pack
   * @param library finds voices by name
   * @param voices to choose from
   * @param usual the voice of a book that is new; empty where there is none
   */
  public record Speakers(
      Leases leases,
      Voices library,
      ObservableList<Voice> voices,
      Supplier<Optional<Voice>> usual) {}

  private final Tools tools;
  private final Speakers speakers;
  private final Shelf shelf;
  private final RenderQueue queue;
  private final Consumer<Notice> notices;
  private final ObservableList<Shelf.Book> books = FXCollections.observableArrayList();
  private final ReadOnlyObjectWrapper<BookModel> book = new ReadOnlyObjectWrapper<>();
  private final ReadOnlyObjectWrapper<DubModel> dubbing = new ReadOnlyObjectWrapper<>();
  private final ReadOnlyBooleanWrapper loaded = new ReadOnlyBooleanWrapper();
  private final ReadOnlyBooleanWrapper busy = new ReadOnlyBooleanWrapper();
  private final List<BookModel> open = new ArrayList<>();

  /** What is to be done with folders once their books are closed. */
  private final Map<Path, List<Runnable>> closing = new HashMap<>();

  /**
   * The page of a shelf.
   *
   * @param folder that holds the books
   */
  public NarrateViewModel(Tools tools, Speakers speakers, Path folder, Consumer<Notice> notices) {
    this.tools = tools;
    this.speakers = speakers;
    this.shelf = new Shelf(folder);
    this.queue = new RenderQueue(tools.jobs());
    this.notices = notices;
  }

  /** The books on the shelf. */
  ObservableList<Shelf.Book> books() {
    return books;
  }

  /** The book on the page; null where the shelf is shown. */
  ReadOnlyObjectProperty<BookModel> bookProperty() {
    return book.getReadOnlyProperty();
  }

  /** The subtitles on the page, before any book; null where none are open. */
  ReadOnlyObjectProperty<DubModel> dubbingProperty() {
    return dubbing.getReadOnlyProperty();
  }

  /** Whether the shelf was read at least once. */
  ReadOnlyBooleanProperty loadedProperty() {
    return loaded.getReadOnlyProperty();
  }

  /** Whether a book is being read or opened. */
  ReadOnlyBooleanProperty busyProperty() {
    return busy.getReadOnlyProperty();
  }

  /** The voices to choose from. */
  ObservableList<Voice> voices() {
    return speakers.voices();
  }

  /** What is made of a book on the shelf, where this window has it open. */
  Optional<BookWork> work(Path folder) {
    return find(folder).map(BookModel::work);
  }

  private Optional<BookModel> find(Path folder) {
    return open.stream().filter(each -> each.folder().equals(folder)).findFirst();
  }

  /** Looks what is on the shelf. */
  void refresh() {
    List<BookModel> known = List.copyOf(open);
    tools
        .jobs()
        .start(
            (progress, cancellation) -> shelf.alone(() -> shelf.books(known)),
            outcome -> {
              loaded.set(true);
              outcome.handle(books::setAll, notices);
            });
  }

  /** Takes book files dropped on the window. */
  public boolean receive(List<Path> files) {
    if (files.isEmpty() || !files.stream().allMatch(Sort.BOOK::matches)) {
      return false;
    }
    add(files);
    return true;
  }

  /**
   * Reads books or whole projects and puts them on the shelf; a single one is opened. Subtitles are
   * opened and stay where they are.
   */
  void add(List<Path> files) {
    String narrator = speakers.usual().get().map(Voice::name).orElse("");
    for (Path file : files) {
      if (Sort.PROJECT.matches(file)) {
        addProject(file);
        continue;
      }
      if (Sort.SUBTITLES.matches(file)) {
        openSubtitles(file);
        continue;
      }
      start(
          cancellation -> {
            BookProject.SettingsChange first =
                before -> before.cast().narrator().isEmpty() ? narratedBy(narrator) : before;
            return open(
                new NarrationOrder(
                    Optional.of(file),
                    shelf.folderFor(file),
                    BookProject.Handling.STRICT,
                    List.of(),
                    first),
                cancellation);
          });
    }
  }

  private void addProject(Path file) {
    start(
        cancellation -> {
          Path folder = shelf.folderFor(file);
          ProjectArchive.read(file, folder, cancellation);
          return open(NarrationOrder.ofProject(folder), cancellation);
        });
  }

  private void openSubtitles(Path file) {
    if (isDubbing()) {
      notices.accept(Notice.warning("narrate.busy"));
      return;
    }
    busy.set(true);
    tools
        .jobs()
        .start(
            (progress, cancellation) -> Books.cues(file),
            outcome -> {
              busy.set(false);
              outcome.handle(
                  cues -> {
                    leaveDubbing();
                    dubbing.set(new DubModel(tools, speakers, file, cues, notices));
                  },
                  notices);
            });
  }

  private boolean isDubbing() {
    return dubbing.get() != null && dubbing.get().busyProperty().get();
  }

  /** Goes back from the subtitles, which are not being spoken. */
  void leaveDubbing() {
    if (dubbing.get() != null) {
      dubbing.get().close();
    }
    dubbing.set(null);
  }

  /** Writes a book, with all that was made of it, into a file. */
  void share(Shelf.Book shared, Path file) {
    onceClosed(
        shared.folder(),
        cancellation -> ProjectArchive.write(shared.folder(), file, cancellation),
        Notice.success("narrate.shared", shared.title(), file.getFileName().toString()));
  }

  /** Deletes a book with everything that was made of it. */
  void delete(Shelf.Book gone) {
    onceClosed(
        gone.folder(),
        cancellation -> Projects.delete(gone.folder()),
        Notice.success("narrate.deleted", gone.title()));
  }

  private interface FolderWork {
    void run(Cancellation cancellation) throws NarrationException;
  }

  /** Works on a folder once this window has let go of its book; not while that is being made. */
  private void onceClosed(Path folder, FolderWork work, Notice done) {
    Runnable start =
        () ->
            tools
                .jobs()
                .start(
                    (progress, cancellation) ->
                        shelf.alone(
                            () -> {
                              work.run(cancellation);
                              return done;
                            }),
                    outcome -> {
                      outcome.handle(notices, notices);
                      refresh();
                    });
    Optional<BookModel> known = find(folder);
    if (known.isPresent() && known.get().work().state().isBusy()) {
      notices.accept(Notice.warning("narrate.busy"));
    } else if (closing.containsKey(folder)) {
      closing.get(folder).add(start);
    } else {
      known.ifPresentOrElse(model -> close(model, start), start);
    }
  }

  private static ProjectSettings narratedBy(String voice) {
    return ProjectSettings.of(Cast.of(voice));
  }

  /** Opens a book of the shelf. */
  void open(Shelf.Book chosen) {
    Optional<BookModel> known = find(chosen.folder());
    if (known.isPresent()) {
      book.set(known.get());
      return;
    }
    if (closing.containsKey(chosen.folder())) {
      closing.get(chosen.folder()).add(() -> open(chosen));
      return;
    }
    NarrationOrder plain = NarrationOrder.ofProject(chosen.folder());
    start(cancellation -> open(plain, cancellation));
  }

  private interface Opening {
    Opened open(Cancellation cancellation) throws Exception;
  }

  private record Opened(Narration narration, PackLease pack, Snapshot first) {}

  private Opened open(NarrationOrder order, Cancellation cancellation)
      throws EngineException, NarrationException {
    PackLease pack = speakers.leases().lease();
    Narration narration = null;
    boolean done = false;
    try {
      narration = Narration.open(order, pack, speakers.library(), cancellation);
      Snapshot first = Snapshot.of(narration, -1, Optional.empty());
      done = true;
      return new Opened(narration, pack, first);
    } finally {
      if (!done) {
        try (pack) {
          if (narration != null) {
            narration.close();
          }
        }
      }
    }
  }

  private void start(Opening opening) {
    busy.set(true);
    tools
        .jobs()
        .start(
            (progress, cancellation) -> shelf.alone(() -> opening.open(cancellation)),
            outcome -> {
              busy.set(false);
              outcome.handle(this::take, notices);
              refresh();
            });
  }

  private void take(Opened opened) {
    BookModel model =
        new BookModel(
            new BookModel.Tools(
                tools.jobs(), tools.delay(), tools.transport(), queue, tools.marks()),
            opened.narration(),
            opened.pack(),
            opened.first(),
            notices);
    open.add(model);
    book.set(model);
  }

  /** Goes back to the shelf; a book that is being made stays open. */
  void leaveBook() {
    BookModel left = book.get();
    book.set(null);
    if (left != null && !left.work().state().isBusy()) {
      close(left, this::refresh);
    } else {
      refresh();
    }
  }

  private void close(BookModel model, Runnable then) {
    open.remove(model);
    model.leave();
    Path folder = model.folder();
    closing.computeIfAbsent(folder, any -> new ArrayList<>()).add(then);
    tools
        .jobs()
        .start(
            (progress, cancellation) -> {
              model.close();
              return null;
            },
            outcome -> {
              outcome.handle(nothing -> {}, notices);
              closing.remove(folder).forEach(Runnable::run);
            });
  }

  /** What closing the window would hold up. */
  public Optional<String> objection() {
    if (open.stream().anyMatch(each -> each.work().state() == BookWork.State.EXPORTING)) {
      return Optional.of("narrate.objection.export");
    }
    if (isDubbing()) {
      return Optional.of("narrate.objection.dub");
    }
    return queue.isBusy() ? Optional.of("narrate.objection.render") : Optional.empty();
  }

  /** Stops what is being made; what is finished is kept. On the thread of the views. */
  public void leave() {
    queue.stop();
    if (dubbing.get() != null) {
      dubbing.get().stop();
    }
    open.forEach(BookModel::leave);
  }

  /** Lets go of all books, after their last step; blocks. */
  public void close() throws NarrationException {
    queue.awaitEnd();
    if (dubbing.get() != null) {
      dubbing.get().close();
    }
    for (BookModel each : open) {
      each.close();
    }
  }
}
