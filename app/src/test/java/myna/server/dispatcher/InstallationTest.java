package myna.server.dispatcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

@DisabledOnOs(OS.WINDOWS)
class InstallationTest {
  private static final Path LAUNCHER = Path.of("/opt/it's here/myna");

  @TempDir Path folder;
  private Installation installation;
  private Path main;
  private Path own;
  private Path program;

  @BeforeEach
  void folders() {
    installation =
        new Installation(
            folder.resolve("share"), folder.resolve("config"), folder.resolve("system.conf"));
    main = folder.resolve("config/speechd.conf");
    own = folder.resolve("config/modules/myna.conf");
    program = folder.resolve("libexec/speech-dispatcher-modules/sd_myna");
  }

  private void install() throws IOException {
    installation.install(LAUNCHER, Optional.empty(), Optional.empty());
  }

  @Test
  void writesAProgramThatStartsMyna() throws IOException {
    installation.install(LAUNCHER, Optional.of(Path.of("/data")), Optional.of("Linda"));
    assertThat(program)
        .isExecutable()
        .hasContent(
            """
            #!/bin/sh
            MYNA_HOME='/data' exec '/opt/it'\\''s here/myna' speech-dispatcher "$@"
            """);
    assertThat(ModuleConfig.read(own).voice()).contains("Linda");
    assertThat(folder.resolve("share")).isDirectory();
    assertThat(main).doesNotExist(); // modules are found where no configuration names any
  }

  @Test
  void keepsWhatIsConfigured() throws IOException {
    Files.createDirectories(own.getParent());
    Files.writeString(own, "# mine\nServer \"http://127.0.0.1:9000\"\nVoice \"Deep\"\n");
    install();
    assertThat(own).content().startsWith("# mine").contains("9000", "\"Deep\"");
    installation.install(LAUNCHER, Optional.empty(), Optional.of("$1 Linda"));
    assertThat(own).content().startsWith("# mine").contains("9000", "\"$1 Linda\"");
    assertThat(own).content().doesNotContain("Deep");
  }

  @Test
  void isNamedWhereTheUserNamesModules() throws IOException {
    String before =
        "# caf\u00e9\naddmodule \"espeak-ng\" \"sd_espeak-ng\" \"e.conf\"\nDefaultRate 3\n";
    Files.createDirectories(main.getParent());
    Files.write(main, before.getBytes(StandardCharsets.ISO_8859_1));
    install();
    install();
    assertThat(Files.readString(main, StandardCharsets.ISO_8859_1))
        .startsWith(before)
        .containsOnlyOnce("AddModule \"myna\" \"sd_myna\" \"myna.conf\"");
    installation.remove();
    assertThat(Files.readAllBytes(main)).isEqualTo(before.getBytes(StandardCharsets.ISO_8859_1));
    assertThat(program).doesNotExist();
    assertThat(own).doesNotExist();
  }

  @Test
  void isNamedWhereTheSystemNamesModules() throws IOException {
    Files.writeString(folder.resolve("system.conf"), "AddModule \"x\" \"sd_x\" \"x.conf\"\n");
    install();
    assertThat(main).content().startsWith("AddModule \"x\"").contains("sd_myna");
    installation.remove();
    assertThat(main).doesNotExist();
  }

  @Test
  void remarksNameNoModules() throws IOException {
    Files.writeString(folder.resolve("system.conf"), "#AddModule \"x\" \"sd_x\" \"x.conf\"\n");
    install();
    assertThat(main).doesNotExist();
  }
}
