package myna.ui.narrate;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Stream;
import myna.files.Folders;
import myna.narration.book.Cover;
import myna.narration.book.Metadata;
import myna.narration.book.NarrationException;
import myna.narration.project.ChapterEntry;
import myna.narration.project.Project;
import myna.narration.project.Projects;

/** The folder that holds the user's books, each in a folder of its own. Every method blocks. */
final class Shelf {
  private static final int LONGEST_NAME = 60;

  /** Whether a book can be opened. */
  enum Condition {
    READY,
    /** Another Myna has it open. */
    IN_USE,
    /** Its database cannot be read. */
    DAMAGED
  }

  /**
   * A book on the shelf.
   *
   * @param folder it lies in
   * @param metadata empty where they could not be read
   * @param cover if it has one
   * @param work of the chapters that are spoken
   */
  record Book(
      Path folder,
      Condition condition,
      Metadata metadata,
      Optional<Cover> cover,
      ChapterEntry.Work work) {
    /** The title, or the folder's name. */
    String title() {
      return metadata.title().isEmpty() ? String.valueOf(folder.getFileName()) : metadata.title();
    }
  }

  private final Path root;
  private final ReentrantLock lock = new ReentrantLock();

  Shelf(Path root) {
    this.root = root;
  }

  /** The folders that hold a book. */
  List<Path> folders() throws IOException {
    if (!Files.isDirectory(root)) {
      return List.of();
    }
    Folders.sweep(root);
    try (Stream<Path> files = Files.list(root)) {
      return files.filter(Projects::exists).sorted().toList();
    }
  }

  /**
   * Does work on the shelf's folders that nothing else in this window may disturb: looking at a
   * book has it open for a moment.
   */
  <T> T alone(Callable<T> work) throws Exception {
    lock.lock();
    try {
      return work.call();
    } finally {
      lock.unlock();
    }
  }

  /**
   * All books.
   *
   * @param open those that this window has open, which are described as they are
   */
  List<Book> books(List<BookModel> open) throws IOException {
    List<Book> books = new ArrayList<>();
    for (Path folder : folders()) {
      Optional<BookModel> known =
          open.stream().filter(book -> book.folder().equals(folder)).findFirst();
      books.add(known.isPresent() ? describe(known.get()) : describe(folder));
    }
    return books;
  }

  private static Book describe(BookModel book) {
    try {
      return describe(book.folder(), book.narration().project());
    } catch (NarrationException e) {
      return unknown(book.folder(), e);
    }
  }

  private static Book describe(Path folder) {
    try (Project project = Projects.open(folder)) {
      return describe(folder, project);
    } catch (NarrationException e) {
      return unknown(folder, e);
    }
  }

  private static Book describe(Path folder, Project project) throws NarrationException {
    ChapterEntry.Work work =
        project.spokenChapters().stream()
            .map(ChapterEntry::work)
            .reduce(ChapterEntry.Work.NONE, ChapterEntry.Work::plus);
    return new Book(folder, Condition.READY, project.metadata(), project.cover(), work);
  }

  private static Book unknown(Path folder, NarrationException failure) {
    Condition condition =
        failure.reason() == NarrationException.Reason.LOCKED ? Condition.IN_USE : Condition.DAMAGED;
    return new Book(folder, condition, Metadata.UNKNOWN, Optional.empty(), ChapterEntry.Work.NONE);
  }

  /** A folder for a book that is not there yet. */
  Path folderFor(Path book) throws IOException {
    Files.createDirectories(root);
    String name = String.valueOf(book.getFileName());
    int dot = name.lastIndexOf('.');
    String stem = (dot > 0 ? name.substring(0, dot) : name).replaceAll("[^\\p{L}\\p{N}._ -]", "_");
    String clean = stem.substring(0, Math.min(stem.length(), LONGEST_NAME)).strip();
    Path folder = root.resolve(clean.isEmpty() ? "book" : clean);
    for (int number = 2; Files.exists(folder); number++) {
      folder = root.resolve(clean + " " + number);
    }
    return folder;
  }
}
