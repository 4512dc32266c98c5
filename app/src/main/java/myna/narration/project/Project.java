package myna.narration.project;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import myna.audio.Audio;
import myna.jobs.Cancellation;
import myna.narration.book.Cover;
import myna.narration.book.Metadata;
import myna.narration.book.NarrationException;
import myna.narration.script.Cast;
import myna.narration.script.ScriptWriter;
import myna.narration.speakers.People;

/**
 * A book in work. Whoever opens it to work has it alone; shards share it and only read what it is
 * made of. May be used by several threads.
 */
public final class Project implements AutoCloseable {
  private final ProjectFolder folder;
  private final Database database;
  private final ProjectLock lock;
  private final boolean shard;
  private final TakeStore store;

  Project(ProjectFolder folder, Database database, ProjectLock lock, boolean shard) {
    this.folder = folder;
    this.database = database;
    this.lock = lock;
    this.shard = shard;
    this.store = new TakeStore(folder.takes());
  }

  /** The folder that it lies in. */
  public Path folder() {
    return folder.root();
  }

  /** Whether it was opened to share the rendering, so that nothing but takes can be added. */
  public boolean isShard() {
    return shard;
  }

  public ProjectSettings settings() throws NarrationException {
    return new SettingsTable(database).read();
  }

  public Metadata metadata() throws NarrationException {
    return tables().metadata();
  }

  /** The cover, if there is one. */
  public Optional<Cover> cover() throws NarrationException {
    String name = tables().cover();
    if (name.isEmpty()) {
      return Optional.empty();
    }
    Path file = folder.root().resolve(name);
    try {
      return Cover.of(Files.readAllBytes(file));
    } catch (IOException e) {
      throw new NarrationException(
          NarrationException.Reason.UNREADABLE, "the cover " + file + " cannot be read", e);
    }
  }

  /** The people of the book. */
  public People people() throws NarrationException {
    return new SettingsTable(database).people().orElse(People.NOBODY);
  }

  /** All chapters in their order, with how much of them is rendered. */
  public List<ChapterEntry> chapters() throws NarrationException {
    return tables().chapters();
  }

  /** The chapters that are spoken. */
  public List<ChapterEntry> spokenChapters() throws NarrationException {
    return chapters().stream().filter(ChapterEntry::included).toList();
  }

  /** The blocks of a chapter in their order. */
  public List<BlockEntry> blocks(long chapter) throws NarrationException {
    return tables().blocks(chapter);
  }

  /** The lines of a chapter in their order; as much memory as the chapter is long. */
  public List<LineEntry> lines(long chapter) throws NarrationException {
    return lineTable().lines(chapter);
  }

  /** The ids of the lines of a chapter in their order. */
  public List<Long> lineIds(long chapter) throws NarrationException {
    return lineTable().ids(chapter);
  }

  /** Marks a change of scene in {@link #steps}. */
  public static final long SCENE_BREAK = LineTable.SCENE_BREAK;

  /** The ids of the lines of a chapter in their order, and {@link #SCENE_BREAK} where one is. */
  public List<Long> steps(long chapter) throws NarrationException {
    return lineTable().steps(chapter);
  }

  /**
   * A line.
   *
   * @throws NarrationException with {@link NarrationException.Reason#BAD_EDIT} if an edit took it
   *     away
   */
  public LineEntry line(long id) throws NarrationException {
    return findLine(id)
        .orElseThrow(
            () ->
                new NarrationException(
                    NarrationException.Reason.BAD_EDIT, "there is no such sentence any more"));
  }

  /** A line, or nothing where an edit took it away. */
  public Optional<LineEntry> findLine(long id) throws NarrationException {
    return lineTable().find(id);
  }

  /** Whether the sound of a take is where it belongs. */
  public boolean isStored(StoredTake take) {
    return store.has(take.key());
  }

  /**
   * The samples of a take. If they are damaged, the take is thrown away, so that the next render
   * makes it anew.
   *
   * @throws NarrationException with {@link NarrationException.Reason#INCOMPLETE} if they are
   *     damaged or missing
   */
  public Audio read(StoredTake take) throws NarrationException {
    try {
      return store.read(take);
    } catch (NarrationException e) {
      if (!shard && e.reason() == NarrationException.Reason.INCOMPLETE) {
        discard(take);
      }
      throw e;
    }
  }

  /**
   * Throws away takes of the spoken chapters whose files are damaged, so that the next render makes
   * them anew. Only the bytes are read, not the sound.
   *
   * @return how many
   */
  public int discardDamaged(Cancellation cancellation) throws NarrationException {
    int damaged = 0;
    for (ChapterEntry chapter : spokenChapters()) {
      for (long id : lineIds(chapter.id())) {
        cancellation.check();
        Optional<StoredTake> take = findLine(id).flatMap(LineEntry::take);
        if (take.isPresent() && isStored(take.get()) && !store.isWhole(take.get().key())) {
          discard(take.get());
          damaged++;
        }
      }
    }
    return damaged;
  }

  /** Changes to chapters, texts and settings. */
  public ProjectEditor edit(ScriptWriter writer) {
    return new ProjectEditor(database, writer);
  }

  /** Whether the lines are as this writer writes them. */
  public boolean isWrittenBy(ScriptWriter writer) throws NarrationException {
    return new SettingsTable(database).script().equals(writer.identity());
  }

  /** Changes who speaks; what is spoken stays. */
  public void setCast(Cast cast) throws NarrationException {
    database.change(
        () -> {
          SettingsTable table = new SettingsTable(database);
          table.write(table.read().withCast(cast));
          return null;
        });
  }

  /**
   * The take of a key, if it was made by whomever.
   *
   * @param line that is to have it
   */
  public Optional<StoredTake> adopt(long line, String key) throws NarrationException {
    if (!shard && lineTable().hasTake(key) && store.has(key)) {
      lineTable().want(line, key);
      return lineTable().find(line).flatMap(LineEntry::take);
    }
    Optional<StoredTake> found = store.find(key);
    if (found.isPresent() && !shard) {
      register(line, found.get());
    }
    return found;
  }

  /** Adds a take: once this returns, it is not lost any more. */
  public void add(long line, StoredTake take, Audio audio) throws NarrationException {
    store.add(take, audio);
    if (!shard) {
      register(line, take);
    }
  }

  private void register(long line, StoredTake take) throws NarrationException {
    database.change(
        () -> {
          lineTable().addTake(take);
          lineTable().want(line, take.key());
          return null;
        });
  }

  /** Says which take a line is to have; no sound that it had stays in its place. */
  public void want(long line, String key) throws NarrationException {
    lineTable().want(line, key);
  }

  private void discard(StoredTake take) throws NarrationException {
    lineTable().removeTake(take.key());
    store.remove(take.key());
  }

  private BookTables tables() {
    return new BookTables(database);
  }

  private LineTable lineTable() {
    return new LineTable(database);
  }

  /** Several changes. */
  @FunctionalInterface
  public interface Changes {
    /** Makes them. */
    void make() throws NarrationException;
  }

  /** Makes several changes as one, which is also faster. */
  public void together(Changes changes) throws NarrationException {
    if (shard) {
      changes.make();
      return;
    }
    database.change(
        () -> {
          changes.make();
          return null;
        });
  }

  Database database() {
    return database;
  }

  TakeStore store() {
    return store;
  }

  /** Puts everything in order and lets others have it. */
  @Override
  public void close() throws NarrationException {
    try (lock) {
      if (!shard) {
        database.checkpoint();
      }
      database.close();
    } catch (IOException e) {
      throw Failures.of(folder.lock(), e);
    }
  }
}
