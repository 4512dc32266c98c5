package myna.files;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Unfinished files that killed processes left beside a target. */
final class LeftParts {
  private static final Pattern ENDING = Pattern.compile("(\\d{1,18})\\.[0-9a-f-]{36}\\.part");

  private LeftParts() {}

  /** Deletes the parts of a target whose process is gone; those of a living one stay. */
  static void sweep(Path target) {
    Path folder = target.toAbsolutePath().getParent();
    if (folder == null || !Files.isDirectory(folder)) {
      return;
    }
    String start = "." + target.getFileName() + ".";
    try {
      for (Path file : files(folder)) {
        String name = file.getFileName().toString();
        if (name.startsWith(start) && isLeft(name.substring(start.length()))) {
          Files.deleteIfExists(file);
        }
      }
    } catch (IOException | UncheckedIOException e) {
      // A left part takes room and does no harm: the file that is asked for is written all the
      // same.
    }
  }

  private static List<Path> files(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.toList();
    }
  }

  private static boolean isLeft(String ending) {
    Matcher part = ENDING.matcher(ending);
    return part.matches()
        && ProcessHandle.of(Long.parseLong(part.group(1))).filter(ProcessHandle::isAlive).isEmpty();
  }
}
