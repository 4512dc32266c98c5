package myna.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The list of voices that may not be cloned, as the delivered pack tells voices apart. */
class ProtectCommandTest {
  private static final Path CLIPS = Path.of("assets", "reference");

  @TempDir private Path folder;
  private VoiceCommands voices;

  @BeforeEach
  void needsThePack() {
    voices = new VoiceCommands(Path.of("").toAbsolutePath(), folder.resolve("home"));
    assumeTrue(Files.exists(Path.of("models", "en-small")));
  }

  @Test
  void aProtectedVoiceCannotBeAdded() throws Exception {
    assertThat(run("protect", CLIPS.resolve("linda.wav"), "--label", "Linda")).isZero();
    String id = voices.out().split("\t", -1)[0];
    assertThat(run("add", "Copy", CLIPS.resolve("linda.wav"), "--consent", "mine")).isEqualTo(1);
    assertThat(voices.err())
        .startsWith("myna: this voice may not be cloned: it is like " + id + " (Linda)")
        .hasLineCount(1);
    assertThat(run("add", "Deep", CLIPS.resolve("deep.wav"), "--consent", "permission")).isZero();
    Path file = folder.resolve("list.json");
    assertThat(run("protect", "--export", file)).isZero();
    assertThat(run("protect", "--remove", id)).isZero();
    assertThat(run("protect", "--list")).isZero();
    assertThat(voices.out()).isEmpty();
    assertThat(run("protect", "--import", file)).isZero();
    assertThat(voices.out()).startsWith("1 voice added");
    assertThat(run("protect", "--list")).isZero();
    assertThat(voices.out()).isEqualTo(id + "\tLinda" + System.lineSeparator());
    assertThat(run("protect", "--import", CLIPS.resolve("linda.wav"))).isEqualTo(1);
    assertThat(voices.err()).contains("is no list of protected voices").hasLineCount(1);
    assertThat(run("protect")).isEqualTo(2);
  }

  private int run(Object... arguments) {
    return voices.run(arguments);
  }
}
