package myna.files;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a killed process left is swept; what a living one writes stays. */
class LeftPartsTest {
  /** No system gives this number to a process. */
  private static final long NOBODY = Integer.MAX_VALUE;

  private static final String UNIQUE = ".01234567-89ab-cdef-0123-456789abcdef.part";

  @TempDir private Path folder;

  @Test
  void sweepsThePartsOfADeadProcessOnly() throws IOException {
    Path left = part(".book.m4b." + NOBODY + UNIQUE);
    Path living = part(".book.m4b." + ProcessHandle.current().pid() + UNIQUE);
    Path other = part(".other.m4b." + NOBODY + UNIQUE);
    Path own = part(".book.m4b.mine.part");
    Path target = folder.resolve("book.m4b");
    AtomicFile.write(target, file -> Files.writeString(file, "sound"));
    assertThat(left).doesNotExist();
    assertThat(living).exists();
    assertThat(other).exists();
    assertThat(own).exists();
    assertThat(target).hasContent("sound");
  }

  private Path part(String name) throws IOException {
    return Files.writeString(folder.resolve(name), "");
  }
}
