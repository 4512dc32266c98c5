package myna.narration;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import myna.jobs.CancelledException;
import myna.jobs.Progress;
import myna.narration.book.NarrationException;
import myna.narration.export.ExportReport;
import myna.narration.export.ExportSettings;
import myna.narration.render.RenderControl;
import myna.narration.render.RenderProgress;
import myna.narration.render.Shard;

/**
 * Books that are narrated one after the other. One thread runs it; all others may add, pause, stop
 * and look. It opens and closes nothing.
 */
public final class NarrationQueue {
  private final ReentrantLock lock = new ReentrantLock();
  private final List<Entry> entries = new ArrayList<>();
  private final Listener listener;

  /** How far a book is. */
  public enum State {
    WAITING,
    RENDERING,
    EXPORTING,
    DONE,
    FAILED,
    /** Somebody stopped it; what is finished is kept. */
    STOPPED
  }

  /**
   * A book in the queue as it is at a moment.
   *
   * @param state how far it is
   * @param progress of its rendering, once that has begun
   * @param exported what was written, once it is
   * @param failure in one sentence, or ""
   */
  public record Status(
      State state,
      Optional<RenderProgress> progress,
      Optional<ExportReport> exported,
      String failure) {
    private static final Status WAITING =
        new Status(State.WAITING, Optional.empty(), Optional.empty(), "");

    private Status with(State other, String sentence) {
      return new Status(other, progress, exported, sentence);
    }
  }

  /** Told of changes, on the thread that made them. */
  @FunctionalInterface
  public interface Listener {
    /** A book's status changed. */
    void changed(Entry entry, Status status);
  }

  /** A book in the queue. */
  public final class Entry {
    private final Narration narration;
    private final ExportSettings settings;
    private final RenderControl control = new RenderControl();
    private Status status = Status.WAITING;

    private Entry(Narration narration, ExportSettings settings) {
      this.narration = narration;
      this.settings = settings;
    }

    public Narration narration() {
      return narration;
    }

    /** Pauses, resumes and stops it, whether it has begun or not. */
    public RenderControl control() {
      return control;
    }

    public Status status() {
      lock.lock();
      try {
        return status;
      } finally {
        lock.unlock();
      }
    }

    private void set(Status changed) {
      lock.lock();
      try {
        status = changed;
      } finally {
        lock.unlock();
      }
      listener.changed(this, changed);
    }

    private void run() {
      set(status().with(State.RENDERING, ""));
      try {
        narration.render(Shard.ALL, this::rendered, control);
        set(status().with(State.EXPORTING, ""));
        ExportReport report = narration.export(settings, Progress.NONE, control);
        set(new Status(State.DONE, status().progress(), Optional.of(report), ""));
      } catch (NarrationException e) {
        set(status().with(State.FAILED, e.getMessage()));
      } catch (CancelledException e) {
        set(status().with(State.STOPPED, ""));
      }
    }

    private void rendered(RenderProgress progress) {
      set(new Status(State.RENDERING, Optional.of(progress), Optional.empty(), ""));
    }
  }

  public NarrationQueue(Listener listener) {
    this.listener = listener;
  }

  /** Adds a book, which the caller closes once it is done or removed. */
  public Entry add(Narration narration, ExportSettings settings) {
    Entry entry = new Entry(narration, settings);
    lock.lock();
    try {
      entries.add(entry);
    } finally {
      lock.unlock();
    }
    listener.changed(entry, entry.status());
    return entry;
  }

  /** All books, in their order. */
  public List<Entry> entries() {
    lock.lock();
    try {
      return List.copyOf(entries);
    } finally {
      lock.unlock();
    }
  }

  /** Takes a book out, and stops it if it is in work. */
  public void remove(Entry entry) {
    entry.control().cancel();
    lock.lock();
    try {
      entries.remove(entry);
    } finally {
      lock.unlock();
    }
  }

  /** Narrates the books that wait, also those that are added meanwhile, until none does. */
  public void run() {
    for (Optional<Entry> next = next(); next.isPresent(); next = next()) {
      next.get().run();
    }
  }

  /** Stops the book in work and all that wait. */
  public void stop() {
    entries().forEach(entry -> entry.control().cancel());
  }

  private Optional<Entry> next() {
    lock.lock();
    try {
      return entries.stream().filter(entry -> entry.status.state() == State.WAITING).findFirst();
    } finally {
      lock.unlock();
    }
  }
}
