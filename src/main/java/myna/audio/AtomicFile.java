package myna.audio;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Locale;
import java.util.UUID;

/** Writes files that appear whole or not at all: beside their place first, then renamed into it. */
public final class AtomicFile {
  private static final long NO_ROOM_BYTES = 64 * 1024;

  private AtomicFile() {}

  /** Fills a file that does not exist yet. */
  @FunctionalInterface
  public interface Body {
    /** Writes the whole content to {@code part}. */
    void write(Path part) throws IOException;
  }

  /**
   * Has {@code body} write a file beside {@code target} and renames it to {@code target}. If {@code
   * body} fails, whatever it threw comes through and nothing is left. A device or pipe is written
   * into instead, and a symbolic link keeps pointing where it points.
   */
  public static void write(Path target, Body body) throws IOException {
    if (Files.isDirectory(target)) {
      throw new IOException("it is a folder");
    }
    if (!Files.exists(target)) {
      replace(target, body);
    } else if (!Files.isWritable(target)) {
      throw new AccessDeniedException(target.toString());
    } else if (Files.isRegularFile(target)) {
      replace(target.toRealPath(), body);
    } else {
      copyInto(target, body);
    }
  }

  private static void replace(Path target, Body body) throws IOException {
    Path name = target.getFileName();
    Path part = target.resolveSibling("." + name + "." + UUID.randomUUID() + ".part");
    try {
      body.write(part);
      move(part, target);
    } finally {
      Files.deleteIfExists(part);
    }
  }

  private static void copyInto(Path target, Body body) throws IOException {
    Path folder = Files.createTempDirectory("myna");
    Path part = folder.resolve("part");
    try {
      body.write(part);
      try (OutputStream out = Files.newOutputStream(target)) {
        Files.copy(part, out);
      }
    } finally {
      Files.deleteIfExists(part);
      Files.delete(folder);
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
      return folder != null
          && Files.isDirectory(folder)
          && Files.isWritable(folder)
          && Files.getFileStore(folder).getUsableSpace() < NO_ROOM_BYTES;
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
    return switch (failure) {
      case AccessDeniedException _ -> "the system does not allow it";
      case NoSuchFileException _ -> "the system does not allow a file of this name";
      default -> String.valueOf(failure.getMessage());
    };
  }
}
