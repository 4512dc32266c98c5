package myna.ui.common;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import myna.files.AtomicFile;
import myna.files.UnwrittenException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * A record that outlives the program, in one JSON file.
 *
 * <p>A change holds at once and is written by a job; changes in quick succession are written once.
 * A file that cannot be understood is kept aside, and the defaults hold.
 */
public final class JsonStore<T> {
  private static final Logger LOG = LoggerFactory.getLogger(JsonStore.class);
  private static final JsonMapper JSON =
      JsonMapper.builder()
          .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .disable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
          .enable(SerializationFeature.INDENT_OUTPUT)
          .build();

  private final Path file;
  private final Jobs jobs;
  private final ReadOnlyObjectWrapper<T> value;
  private final AtomicReference<T> unwritten = new AtomicReference<>();
  private final AtomicBoolean waiting = new AtomicBoolean();
  private final Object writing = new Object();
  private Consumer<Notice> notices = notice -> {};
  private boolean failing;

  /**
   * Reads the file.
   *
   * @param file need not exist, nor need its folder
   * @param defaults what holds where there is no file
   */
  public JsonStore(Path file, T defaults, Jobs jobs) {
    this.file = file;
    this.jobs = jobs;
    this.value = new ReadOnlyObjectWrapper<>(this, "value", read(defaults));
  }

  /** What holds now. */
  public T get() {
    return value.get();
  }

  /** What holds now, to watch. */
  public ReadOnlyObjectProperty<T> property() {
    return value.getReadOnlyProperty();
  }

  /** Tells, on the thread of the views, when changes can no longer be written. */
  public void tell(Consumer<Notice> told) {
    notices = told;
  }

  /** Changes the record, on the thread of the views. */
  public void change(UnaryOperator<T> change) {
    T before = value.get();
    T after = change.apply(before);
    if (after.equals(before)) {
      return;
    }
    value.set(after);
    unwritten.set(after);
    if (!waiting.getAndSet(true)) {
      jobs.start(
          (progress, cancellation) -> {
            waiting.set(false);
            flush();
            return this;
          },
          outcome -> outcome.handle(written -> failing = false, this::fail));
    }
  }

  /** One notice is enough until something could be written again. */
  private void fail(Notice notice) {
    if (!failing) {
      failing = true;
      notices.accept(notice);
    }
  }

  /**
   * Writes what is not yet written; returns when it is on disk.
   *
   * @throws UnwrittenException if it cannot be written
   */
  public void flush() throws UnwrittenException {
    synchronized (writing) {
      T latest = unwritten.getAndSet(null);
      if (latest != null) {
        try {
          Files.createDirectories(file.getParent());
          byte[] json = JSON.writeValueAsBytes(latest);
          AtomicFile.write(file, part -> Files.write(part, json));
        } catch (IOException e) {
          unwritten.compareAndSet(null, latest);
          throw new UnwrittenException(file, e);
        }
      }
    }
  }

  private T read(T defaults) {
    try {
      Class<?> type = defaults.getClass();
      @SuppressWarnings("unchecked") // The class of a T is a class of T.
      T read = (T) JSON.readValue(Files.readAllBytes(file), type);
      return read == null ? defaults : read;
    } catch (NoSuchFileException e) {
      return defaults;
    } catch (IOException e) {
      LOG.warn("{} not read: {}", file, e.toString());
      return defaults;
    } catch (JacksonException e) {
      LOG.warn("{} not understood, kept aside: {}", file, e.getOriginalMessage());
      keepAside();
      return defaults;
    }
  }

  private void keepAside() {
    try {
      Files.move(
          file,
          file.resolveSibling(file.getFileName() + ".bad"),
          StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      LOG.warn("{} not kept: {}", file, e.toString());
    }
  }
}
