package myna.ui.settings;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;

/** How much room the user's data take. Every method blocks. */
final class Storage {
  /** Parts of MYNA_HOME by folder or file name. */
  static final List<String> PARTS =
      List.of("voices", "projects", "models", "cache", "history.jsonl");

  /**
   * A part and its size.
   *
   * @param name folder or file
   */
  record Part(String name, long bytes) {}

  private Storage() {}

  /** The parts that are there. */
  static List<Part> measure(Path home) throws IOException {
    List<Part> parts = new ArrayList<>();
    for (String name : PARTS) {
      if (Files.exists(home.resolve(name))) {
        parts.add(new Part(name, size(home.resolve(name))));
      }
    }
    return parts;
  }

  private static long size(Path root) throws IOException {
    long[] bytes = new long[1];
    Files.walkFileTree(
        root,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
            bytes[0] += attributes.size();
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult visitFileFailed(Path file, IOException failure) {
            return FileVisitResult.CONTINUE;
          }
        });
    return bytes[0];
  }
}
