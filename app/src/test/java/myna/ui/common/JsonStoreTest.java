package myna.ui.common;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import myna.ui.settings.Settings;
import myna.ui.settings.Settings.Look;
import myna.ui.settings.Settings.Theme;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JsonStoreTest {
  @TempDir Path folder;
  private Path file;

  @BeforeEach
  void name() {
    file = folder.resolve("home").resolve("settings.json");
  }

  @Test
  void startsWithTheDefaultsAndWritesNothing() {
    assertThat(store().get()).isEqualTo(Settings.defaults());
    assertThat(file).doesNotExist();
  }

  @Test
  void whatWasChangedIsThereTheNextTime() {
    store().change(settings -> settings.with(new Look(Theme.DARK, Language.GERMAN, 125)));
    assertThat(store().get().look()).isEqualTo(new Look(Theme.DARK, Language.GERMAN, 125));
  }

  @Test
  void leavesNoOtherFileBehind() throws IOException {
    store().change(settings -> settings.with(new Look(Theme.DARK, Language.GERMAN, 125)));
    try (Stream<Path> files = Files.list(file.getParent())) {
      assertThat(files).containsExactly(file);
    }
  }

  @Test
  void keepsADamagedFileAside() throws IOException {
    Files.createDirectories(file.getParent());
    Files.writeString(file, "{\"look\": {\"theme\":");
    assertThat(store().get()).isEqualTo(Settings.defaults());
    assertThat(file.resolveSibling("settings.json.bad")).exists();
  }

  @Test
  void understandsFilesOfOtherVersions() throws IOException {
    Files.createDirectories(file.getParent());
    Files.writeString(file, "{\"look\": {\"theme\": \"DARK\", \"sparkle\": 3}, \"pets\": []}");
    Settings read = store().get();
    assertThat(read.look().theme()).isEqualTo(Theme.DARK);
    assertThat(read.look().language()).isEqualTo(Language.SYSTEM);
    assertThat(read.speaking()).isEqualTo(Settings.defaults().speaking());
  }

  private JsonStore<Settings> store() {
    return new JsonStore<>(file, Settings.defaults(), Jobs.sameThread());
  }
}
