package myna.narration.project;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;
import myna.files.AtomicFile;
import myna.files.Folders;
import myna.jobs.Cancellation;
import myna.jobs.CancelledException;
import myna.narration.book.Book;
import myna.narration.book.NarrationException;
import myna.narration.book.NarrationException.Reason;
import myna.narration.script.ScriptWriter;

/** Makes, opens and mends projects. */
public final class Projects {
  private static final long SHARD_PATIENCE_MILLIS = 30_000;
  private static final long POLL_MILLIS = 100;

  private Projects() {}

  /** Whether there is a project in a folder. */
  public static boolean exists(Path folder) {
    return new ProjectFolder(folder).isProject();
  }

  /**
   * Makes a project of a book. It is there whole or not at all.
   *
   * @param source the file that the book was read from
   */
  public static Project create(
      Path folder, Path source, Book book, ProjectSettings settings, ScriptWriter writer)
      throws NarrationException {
    ProjectFolder places = new ProjectFolder(folder);
    ProjectLock lock = lock(places);
    boolean made = false;
    try {
      if (places.isProject()) {
        throw new NarrationException(Reason.LOCKED, "there is a project in " + folder + " already");
      }
      fill(places, source, book, settings, writer);
      Project project = new Project(places, Database.open(places.database()), lock, false);
      made = true;
      return project;
    } catch (IOException e) {
      throw Failures.of(places.database(), e);
    } finally {
      if (!made) {
        release(lock);
      }
    }
  }

  private static void fill(
      ProjectFolder places, Path source, Book book, ProjectSettings settings, ScriptWriter writer)
      throws IOException, NarrationException {
    Path draft = places.root().resolve("project.new.db");
    deleteDatabase(draft);
    String cover = "";
    if (book.cover().isPresent()) {
      Path file = places.cover(book.cover().get().extension());
      AtomicFile.write(file, part -> Files.write(part, book.cover().get().bytes()));
      cover = String.valueOf(file.getFileName());
    }
    var origin =
        new BookTables.Source(String.valueOf(source.getFileName()), TakeStore.sha256(source));
    String coverName = cover;
    try (Database database = Database.create(draft)) {
      database.change(
          () -> {
            BookTables tables = new BookTables(database);
            tables.putBook(book.metadata(), origin, coverName);
            new SettingsTable(database).write(settings);
            new SettingsTable(database).putScript(writer.identity());
            tables.putChapters(book, settings, writer);
            return null;
          });
      database.checkpoint();
    }
    Files.move(draft, places.database(), StandardCopyOption.ATOMIC_MOVE);
    deleteDatabase(draft);
  }

  private static void deleteDatabase(Path file) throws IOException {
    for (String suffix : new String[] {"", "-wal", "-shm", "-journal"}) {
      Files.deleteIfExists(file.resolveSibling(file.getFileName() + suffix));
    }
  }

  /** Opens a project to work on it, alone. */
  public static Project open(Path folder) throws NarrationException {
    ProjectFolder places = existing(folder);
    ProjectLock lock = lock(places);
    boolean opened = false;
    try {
      Project project = new Project(places, Database.open(places.database()), lock, false);
      project.store().sweep();
      opened = true;
      return project;
    } finally {
      if (!opened) {
        release(lock);
      }
    }
  }

  /**
   * Opens a project to share its rendering with others, and waits a while for one who has it alone.
   */
  public static Project openShard(Path folder, Cancellation cancellation)
      throws NarrationException {
    ProjectFolder places = existing(folder);
    long deadline = System.nanoTime() + SHARD_PATIENCE_MILLIS * 1_000_000;
    do {
      cancellation.check();
      if (hasLog(places)) {
        tidy(places);
      }
      Optional<ProjectLock> lock = tryLock(places, true);
      if (lock.isPresent() && !hasLog(places)) {
        return openImmutable(places, lock.get());
      }
      if (lock.isPresent()) {
        release(lock.get());
      }
      pause();
    } while (System.nanoTime() < deadline);
    throw inUse(places);
  }

  /** Whether the database has changes beside it, which only one who has it alone can read. */
  private static boolean hasLog(ProjectFolder places) {
    try {
      return Files.size(places.writeAheadLog()) > 0;
    } catch (IOException e) {
      return false;
    }
  }

  /**
   * After a process was killed: opens and closes the project, which writes everything in its place.
   */
  private static void tidy(ProjectFolder places) throws NarrationException {
    Optional<ProjectLock> lock = tryLock(places, false);
    if (lock.isPresent()) {
      new Project(places, Database.open(places.database()), lock.get(), false).close();
    }
  }

  private static Project openImmutable(ProjectFolder places, ProjectLock lock)
      throws NarrationException {
    boolean opened = false;
    try {
      Project project = new Project(places, Database.openImmutable(places.database()), lock, true);
      opened = true;
      return project;
    } finally {
      if (!opened) {
        release(lock);
      }
    }
  }

  /**
   * Sets a damaged database aside, so that a new one can be made of the book. The takes stay, and
   * are found again by what is to be spoken.
   */
  public static void setAside(Path folder) throws NarrationException {
    ProjectFolder places = new ProjectFolder(folder);
    ProjectLock lock = lock(places);
    try {
      int number = 1;
      while (Files.exists(folder.resolve("project.db.damaged-" + number))) {
        number++;
      }
      if (Files.exists(places.database())) {
        Files.move(places.database(), folder.resolve("project.db.damaged-" + number));
      }
      deleteDatabase(places.database());
    } catch (IOException e) {
      throw Failures.of(places.database(), e);
    } finally {
      release(lock);
    }
  }

  /**
   * Deletes a project with everything that was made of it.
   *
   * @throws NarrationException if somebody has it open, or the disk refuses
   */
  public static void delete(Path folder) throws NarrationException {
    release(lock(existing(folder)));
    try {
      Folders.remove(folder);
    } catch (IOException e) {
      throw Failures.of(folder, e);
    }
  }

  /** Whether a project was made of a file as it is now. */
  public static boolean isMadeOf(Project project, Path source) throws NarrationException {
    try {
      return new BookTables(project.database()).source().sha256().equals(TakeStore.sha256(source));
    } catch (IOException e) {
      throw new NarrationException(Reason.UNREADABLE, "there is no file " + source, e);
    }
  }

  /** Replaces the book of a project by another version; what is the same keeps its sound. */
  public static void update(Project project, Path source, Book book, ScriptWriter writer)
      throws NarrationException {
    try {
      var origin =
          new BookTables.Source(String.valueOf(source.getFileName()), TakeStore.sha256(source));
      BookTables tables = new BookTables(project.database());
      String cover = tables.cover();
      project.edit(writer).replace(book);
      tables.putBook(book.metadata(), origin, cover);
    } catch (IOException e) {
      throw new NarrationException(Reason.UNREADABLE, "there is no file " + source, e);
    }
  }

  private static ProjectFolder existing(Path folder) throws NarrationException {
    ProjectFolder places = new ProjectFolder(folder);
    if (!places.isProject()) {
      throw new NarrationException(Reason.UNREADABLE, "there is no project in " + folder);
    }
    return places;
  }

  private static ProjectLock lock(ProjectFolder places) throws NarrationException {
    return tryLock(places, false).orElseThrow(() -> inUse(places));
  }

  private static Optional<ProjectLock> tryLock(ProjectFolder places, boolean shared)
      throws NarrationException {
    try {
      Files.createDirectories(places.root());
      return ProjectLock.tryLock(places.lock(), shared);
    } catch (IOException e) {
      throw Failures.of(places.lock(), e);
    }
  }

  private static NarrationException inUse(ProjectFolder places) {
    return new NarrationException(
        Reason.LOCKED,
        "the project " + places.root() + " is in use by another Myna: wait for it or stop it");
  }

  private static void release(ProjectLock lock) throws NarrationException {
    try {
      lock.close();
    } catch (IOException e) {
      throw new NarrationException(
          Reason.UNWRITABLE, "the project cannot be let go: " + e.getMessage(), e);
    }
  }

  private static void pause() {
    try {
      Thread.sleep(POLL_MILLIS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new CancelledException();
    }
  }
}
