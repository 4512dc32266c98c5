package myna.files;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.FileStore;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Locale;
import java.util.UUID;

/**
 * A file that appears whole or not at all: it is written beside its place, then renamed into it. A
 * device or pipe is written into instead, and a symbolic link keeps pointing where it points.
 */
public final class AtomicFile implements AutoCloseable {
  private static final long NO_ROOM_BYTES = 64 * 1024;

  private final Path target;
  private final Path part;
  private final boolean intoPlace;
  private boolean done;

  private AtomicFile(Path target, Path part, boolean intoPlace) {
    this.target = target;
    this.part = part;
    this.intoPlace = intoPlace;
  }

  /** Fills a file that does not exist yet. */
  @FunctionalInterface
  public interface Body {
    /** Writes the whole content to {@code part}. */
    void write(Path part) throws IOException;
  }

  /**
   * Has {@code body} write a file and puts it in its place. If {@code body} fails, whatever it
   * threw comes through and nothing is left.
   */
  public static void write(Path target, Body body) throws IOException {
    try (AtomicFile file = open(target)) {
      body.write(file.part());
      file.commit();
    }
  }

  /** Chooses where the content is to be written first, and writes nothing yet. */
  public static AtomicFile open(Path target) throws IOException {
    if (Files.isDirectory(target)) {
      throw new IOException("it is a folder");
    }
    if (Files.exists(target) && !Files.isWritable(target)) {
      throw new AccessDeniedException(target.toString());
    }
    String unique = ProcessHandle.current().pid() + "." + UUID.randomUUID() + ".part";
    if (Files.exists(target) && !Files.isRegularFile(target)) {
      Path part = Path.of(System.getProperty("java.io.tmpdir"), unique);
      return new AtomicFile(target, part, false);
    }
    Path real = Files.exists(target) ? target.toRealPath() : target;
    LeftParts.sweep(real);
    return new AtomicFile(real, real.resolveSibling("." + real.getFileName() + "." + unique), true);
  }

  /** The file to write the content to. It does not exist yet. */
  public Path part() {
    return part;
  }

  /** Puts the written file in its place. */
  public void commit() throws IOException {
    if (intoPlace) {
      move(part, target);
    } else {
      try (OutputStream out = Files.newOutputStream(target)) {
        Files.copy(part, out);
      }
    }
    done = intoPlace;
  }

  /** Deletes what was not put in its place. */
  @Override
  public void close() throws IOException {
    if (!done) {
      Files.deleteIfExists(part);
    }
  }

  private static void move(Path part, Path target) throws IOException {
    try {
      Files.move(part, target, StandardCopyOption.ATOMIC_MOVE);
    } catch (AtomicMoveNotSupportedException e) {
      Files.move(part, target, StandardCopyOption.REPLACE_EXISTING);
    }
  }

  /** Whether a failure to write {@code target} comes from a full disk. */
  public static boolean isDiskFull(Path target, IOException failure) {
    String message = String.valueOf(failure.getMessage()).toLowerCase(Locale.ROOT);
    if (message.contains("no space left") || message.contains("disk quota")) {
      return true;
    }
    try {
      Path folder = target.toAbsolutePath().getParent();
      if (folder == null || !Files.isDirectory(folder) || !Files.isWritable(folder)) {
        return false;
      }
      FileStore store = Files.getFileStore(folder);
      return store.getTotalSpace() > 0 // What is no disk, such as /proc, has no room at all.
          && !store.isReadOnly()
          && store.getUsableSpace() < NO_ROOM_BYTES;
    } catch (IOException e) {
      return false;
    }
  }

  /** What a failure to write {@code target} means, as the end of a sentence. */
  public static String explain(Path target, IOException failure) {
    Path folder = target.toAbsolutePath().getParent();
    if (folder != null && !Files.exists(folder)) {
      return "there is no folder " + folder;
    }
    if (folder != null && !Files.isDirectory(folder)) {
      return folder + " is not a folder";
    }
    if (isDiskFull(target, failure)) {
      return "there is no room left on the disk";
    }
    return switch (failure) {
      case AccessDeniedException _ -> "the system does not allow it";
      case NoSuchFileException _ -> "the system does not allow a file of this name";
      case FileSystemException named when named.getReason() != null -> named.getReason();
      default -> String.valueOf(failure.getMessage());
    };
  }
}
