package myna.files;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.UUID;
import java.util.stream.Stream;

/** Folders that go with all that is in them. */
public final class Folders {
  private static final String PASSING = ".passing-";

  private Folders() {}

  /**
   * A place beside others for a folder that is being made or removed. What a dead process left
   * there goes with the next {@link #sweep}.
   */
  public static Path passing(Path parent) {
    return parent.resolve(PASSING + UUID.randomUUID());
  }

  /** Whether a folder is one that is being made or removed. */
  public static boolean isPassing(Path folder) {
    return String.valueOf(folder.getFileName()).startsWith(PASSING);
  }

  /** Deletes what was being made or removed in {@code parent}. Only for who has it alone. */
  public static void sweep(Path parent) throws IOException {
    try (Stream<Path> entries = Files.list(parent)) {
      for (Path folder : entries.filter(Folders::isPassing).toList()) {
        delete(folder);
      }
    }
  }

  /** Removes a folder: out of sight first, then file by file. */
  public static void remove(Path folder) throws IOException {
    Path passing = passing(folder.toAbsolutePath().getParent());
    Files.move(folder, passing, StandardCopyOption.ATOMIC_MOVE);
    delete(passing);
  }

  /**
   * Deletes a folder or file and everything in it, if it is there. Links are removed, not followed;
   * what somebody else deletes meanwhile is no failure.
   */
  public static void delete(Path root) throws IOException {
    Files.walkFileTree(
        root,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
              throws IOException {
            Files.deleteIfExists(file);
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult visitFileFailed(Path file, IOException failure)
              throws IOException {
            return passOver(failure);
          }

          @Override
          public FileVisitResult postVisitDirectory(Path folder, IOException failure)
              throws IOException {
            if (failure != null) {
              passOver(failure);
            }
            Files.deleteIfExists(folder);
            return FileVisitResult.CONTINUE;
          }
        });
  }

  private static FileVisitResult passOver(IOException failure) throws IOException {
    if (failure instanceof NoSuchFileException) {
      return FileVisitResult.CONTINUE;
    }
    throw failure;
  }
}
