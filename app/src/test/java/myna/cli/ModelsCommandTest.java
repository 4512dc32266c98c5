package myna.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Properties;
import myna.onnx.Packs;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ModelsCommandTest {
  private final CommandLines commands = new CommandLines();

  @TempDir private Path folder;

  @Test
  void verifiesPacks() throws IOException {
    assertThat(commands.run("models", "verify", Packs.TINY)).isZero();
    assertThat(commands.out()).contains("tiny 0.1.0: whole");
    Path bad = Packs.copy(folder.resolve("bad"));
    Files.write(bad.resolve("components.f16"), new byte[128]);
    assertThat(commands.run("models", "verify", Packs.TINY, bad)).isEqualTo(1);
    assertThat(commands.err()).startsWith("myna: ").contains("components.f16").hasLineCount(1);
    assertThat(commands.out()).hasLineCount(1);
  }

  @Test
  void listsPacks() {
    assertThat(commands.run("models", "list")).isZero();
    assertThat(commands.err()).isEmpty();
  }

  @Test
  void aUserSaysWhereDataLie() {
    Properties properties = new Properties();
    properties.setProperty("user.home", "/home/ann");
    properties.setProperty("os.name", "Linux");
    properties.setProperty("myna.root", "/opt/myna");
    Places usual = Places.of(Map.of(), properties);
    assertThat(usual.home()).isEqualTo(Path.of("/home/ann/.local/share/myna"));
    assertThat(usual.packs().delivered()).isEqualTo(Path.of("/opt/myna/models"));
    assertThat(Places.of(Map.of("XDG_DATA_HOME", "/data"), properties).home())
        .isEqualTo(Path.of("/data/myna"));
    assertThat(Places.of(Map.of("MYNA_HOME", "/elsewhere"), properties).home())
        .isEqualTo(Path.of("/elsewhere"));
    properties.setProperty("os.name", "Mac OS X");
    assertThat(Places.of(Map.of(), properties).home())
        .isEqualTo(Path.of("/home/ann/Library/Application Support/Myna"));
    properties.setProperty("os.name", "Windows 11");
    assertThat(Places.of(Map.of(), properties).home())
        .isEqualTo(Path.of("/home/ann/AppData/Roaming/Myna"));
  }
}
