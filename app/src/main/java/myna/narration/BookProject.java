package myna.narration;

import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import myna.jobs.Cancellation;
import myna.jobs.CancelledException;
import myna.narration.book.Book;
import myna.narration.book.NarrationException;
import myna.narration.book.NarrationException.Reason;
import myna.narration.project.Project;
import myna.narration.project.ProjectSettings;
import myna.narration.project.Projects;
import myna.narration.read.Books;
import myna.narration.script.Cast;
import myna.narration.script.ScriptWriter;

/**
 * A book and the folder of its project: makes the project, or opens it and brings it up to date.
 */
public final class BookProject {
  private static final long PATIENCE_NANOS = 60_000_000_000L;
  private static final long POLL_MILLIS = 200;

  private final Optional<Path> book;
  private final Path folder;
  private final Writers writers;

  /**
   * @param book file, or nothing where the project is there already
   * @param folder of the project
   * @param writers writes the script
   */
  public BookProject(Optional<Path> book, Path folder, Writers writers) {
    this.book = book;
    this.folder = folder;
    this.writers = writers;
  }

  /** Gives the script writer for a book. */
  @FunctionalInterface
  public interface Writers {
    /**
     * The script writer.
     *
     * @param speakers names that stand before what they say
     * @param language of the book, a BCP 47 tag or ""
     */
    ScriptWriter writer(Set<String> speakers, String language) throws NarrationException;

    /** Told how a book says its words are pronounced, before its script is written. */
    default void learn(Book book) throws NarrationException {}
  }

  /** Changes what a project is set to. */
  @FunctionalInterface
  public interface SettingsChange {
    /** The settings that a project is to have instead. */
    ProjectSettings apply(ProjectSettings before) throws NarrationException;
  }

  /** What to do about a book or database that is not as it was. */
  public enum Handling {
    /** To say so. */
    STRICT,
    /** To take over the book as it is now. */
    UPDATE,
    /** To make the database anew. */
    REPAIR
  }

  /**
   * Makes the project, or opens it to work on it alone.
   *
   * @param change from the settings that the project has, or none, to those that it is to have
   */
  public Project open(SettingsChange change, Handling handling, Cancellation cancellation)
      throws NarrationException {
    if (handling == Handling.REPAIR && Projects.exists(folder)) {
      Projects.setAside(folder);
    }
    if (!Projects.exists(folder)) {
      return create(change, cancellation);
    }
    Project project = Projects.open(folder);
    boolean ready = false;
    try {
      bringUpToDate(project, change, handling, cancellation);
      ready = true;
      return project;
    } finally {
      if (!ready) {
        project.close();
      }
    }
  }

  private Project create(SettingsChange change, Cancellation cancellation)
      throws NarrationException {
    if (book.isEmpty()) {
      throw new NarrationException(
          Reason.UNREADABLE, "there is no project in " + folder + ": name a book");
    }
    ProjectSettings settings = change.apply(ProjectSettings.of(Cast.of("")));
    Book read = read(settings, cancellation);
    writers.learn(read);
    return Projects.create(
        folder, book.get(), read, settings, writer(settings, read.metadata().language()));
  }

  private void bringUpToDate(
      Project project, SettingsChange change, Handling handling, Cancellation cancellation)
      throws NarrationException {
    ProjectSettings before = project.settings();
    ProjectSettings settings = change.apply(before);
    ScriptWriter writer = writer(settings, project.metadata().language());
    boolean changed = book.isPresent() && !Projects.isMadeOf(project, book.get());
    if (changed && handling != Handling.UPDATE) {
      throw new NarrationException(
          Reason.SOURCE_CHANGED,
          book.get()
              + " is not the book that "
              + folder
              + " was made of: run again with --update to take it over, or name another --project");
    }
    if (!settings.equals(before)) {
      project.edit(writer).setSettings(settings);
    }
    if (changed || (book.isPresent() && !settings.reading().equals(before.reading()))) {
      Book read = read(settings, cancellation);
      writers.learn(read);
      writer = writer(settings, project.metadata().language());
      Projects.update(project, book.get(), read, writer);
    }
    project.edit(writer).refreshScript();
  }

  /** The script writer of a project that is open. */
  public ScriptWriter writer(Project project) throws NarrationException {
    return writer(project.settings(), project.metadata().language());
  }

  /**
   * Opens the project to share its rendering with other processes; whichever is first makes it.
   *
   * @param change as in {@link #open}; all who share must agree
   */
  public Project openShard(SettingsChange change, Cancellation cancellation)
      throws NarrationException {
    long deadline = System.nanoTime() + PATIENCE_NANOS;
    while (true) {
      cancellation.check();
      Optional<Project> shared = share(change, cancellation);
      if (shared.isPresent()) {
        return shared.get();
      }
      try {
        open(change, Handling.STRICT, cancellation).close();
      } catch (NarrationException e) {
        if (e.reason() != Reason.LOCKED || System.nanoTime() > deadline) {
          throw e;
        }
        pause();
      }
    }
  }

  /** The project, if it is there and as it is to be. */
  private Optional<Project> share(SettingsChange change, Cancellation cancellation)
      throws NarrationException {
    if (!Projects.exists(folder)) {
      return Optional.empty();
    }
    Project project = Projects.openShard(folder, cancellation);
    boolean fits = false;
    try {
      ProjectSettings settings = change.apply(project.settings());
      fits =
          settings.equals(project.settings())
              && project.isWrittenBy(writer(settings, project.metadata().language()))
              && (book.isEmpty() || Projects.isMadeOf(project, book.get()));
      return fits ? Optional.of(project) : Optional.empty();
    } finally {
      if (!fits) {
        project.close();
      }
    }
  }

  private Book read(ProjectSettings settings, Cancellation cancellation) throws NarrationException {
    return Books.read(book.orElseThrow(), settings.reading(), cancellation);
  }

  private ScriptWriter writer(ProjectSettings settings, String language) throws NarrationException {
    return writers.writer(settings.cast().speakers().keySet(), language);
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
