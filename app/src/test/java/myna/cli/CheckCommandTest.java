package myna.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import myna.audio.AudioException;
import myna.audio.AudioFiles;
import myna.onnx.pack.Packs;
import myna.speech.reference.ReferenceClipTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Speech of the tiny pack, checked as whoever receives it does. */
class CheckCommandTest {
  private final CommandLines commands = new CommandLines();

  @TempDir private Path folder;
  private Path reference;
  private Path output;

  @BeforeEach
  void clip() throws AudioException {
    reference = folder.resolve("clip.wav");
    AudioFiles.write(reference, ReferenceClipTest.clip(0.3, 3, 16_000));
    output = folder.resolve("spoken.wav");
  }

  private void speak(String... more) {
    Object[] all = new Object[9 + more.length];
    Object[] first = {
      "speak",
      "--text",
      "Hello.",
      "--pack",
      Packs.TINY,
      "--reference",
      reference,
      "--output",
      output
    };
    System.arraycopy(first, 0, all, 0, first.length);
    System.arraycopy(more, 0, all, first.length, more.length);
    assertThat(commands.run(all)).as(commands.err()).isZero();
  }

  @Test
  void tellsWhatIsKnownInPlainWords() {
    speak();
    assertThat(commands.run("check", output)).as(commands.err()).isZero();
    assertThat(commands.out())
        .contains("signed: yes, and nothing was changed since")
        .contains("with the key of your own Myna")
        .contains("made by: Myna ")
        .contains("it says: synthetic, made by a trained model")
        .contains("mark in the sound: ");
  }

  @Test
  void tellsAChange() throws IOException {
    speak();
    byte[] bytes = Files.readAllBytes(output);
    bytes[1000] ^= 1;
    Files.write(output, bytes);
    assertThat(commands.run("check", output)).isEqualTo(1);
    assertThat(commands.out()).contains("the file was changed after it was signed");
    assertThat(commands.run("check", output, "--json")).isEqualTo(1);
    JsonNode report = JsonMapper.shared().readTree(commands.out());
    assertThat(report.at("/manifest/state").asString()).isEqualTo("changed");
    assertThat(report.at("/manifest/problems/0").asString()).isEqualTo("content");
  }

  @Test
  void tellsThatNobodySigned() {
    speak("--no-signature");
    assertThat(commands.run("check", output)).isZero();
    assertThat(commands.out()).contains("signed: no");
    assertThat(commands.run("check", output, "--json")).isZero();
    assertThat(JsonMapper.shared().readTree(commands.out()).has("manifest")).isFalse();
  }

  @Test
  void aKeyThatIsNoneIsToldBeforeAnythingIsSpoken() throws IOException {
    Path key = Files.writeString(folder.resolve("key.pem"), "no key");
    int status =
        commands.run(
            "speak",
            "--text",
            "Hello.",
            "--pack",
            Packs.TINY,
            "--reference",
            reference,
            "--output",
            output,
            "--sign-with",
            key);
    assertThat(status).isEqualTo(1);
    assertThat(commands.err()).contains("holds no key").hasLineCount(1);
    assertThat(output).doesNotExist();
  }
}
