package myna.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FoldersTest {
  @TempDir private Path home;
  private Path folder;

  @BeforeEach
  void fill() throws IOException {
    folder = Files.createDirectories(home.resolve("voices/ruth"));
    Files.writeString(folder.resolve("clip.wav"), "sound");
    Files.createDirectories(folder.resolve("takes/ab"));
  }

  @Test
  void aFolderGoesWithAllThatIsInIt() throws IOException {
    Folders.remove(folder);
    assertThat(home.resolve("voices")).isEmptyDirectory();
  }

  @Test
  void whatLinksPointAtStays() throws IOException {
    Path kept = Files.createDirectory(home.resolve("kept"));
    Files.writeString(kept.resolve("file"), "mine");
    Files.createSymbolicLink(folder.resolve("takes/link"), kept);
    Folders.delete(folder);
    assertThat(folder).doesNotExist();
    assertThat(kept.resolve("file")).hasContent("mine");
  }

  @Test
  void nothingThereIsNoFailureToDelete() throws IOException {
    Folders.delete(home.resolve("nowhere"));
    assertThatIOException().isThrownBy(() -> Folders.remove(home.resolve("nowhere")));
  }

  @Test
  void whatADeadProcessLeftIsSweptAndNothingElse() throws IOException {
    Path left = Files.createDirectory(Folders.passing(home.resolve("voices")));
    Files.writeString(left.resolve("clip.wav"), "sound");
    assertThat(Folders.isPassing(left)).isTrue();
    assertThat(Folders.isPassing(folder)).isFalse();
    Folders.sweep(home.resolve("voices"));
    assertThat(left).doesNotExist();
    assertThat(folder.resolve("clip.wav")).exists();
  }
}
