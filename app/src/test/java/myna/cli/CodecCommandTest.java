package myna.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import myna.audio.Audio;
import myna.audio.AudioException;
import myna.audio.AudioFiles;
import myna.onnx.Packs;
import myna.speech.ReferenceClipTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CodecCommandTest {
  private final CommandLines commands = new CommandLines();

  @TempDir private Path folder;
  private Path input;

  @BeforeEach
  void writeInput() throws AudioException {
    input = folder.resolve("input.wav");
    AudioFiles.write(input, ReferenceClipTest.clip(0.3, 1.01, 24000));
  }

  @Test
  void encodingAndDecodingIsTheRoundTrip() throws IOException, AudioException {
    Path tokens = folder.resolve("tokens.json");
    Path decoded = folder.resolve("decoded.wav");
    Path round = folder.resolve("round.wav");
    assertThat(run("encode", input, tokens)).as(commands.err()).isZero();
    assertThat(run("decode", tokens, decoded)).as(commands.err()).isZero();
    assertThat(run("roundtrip", input, round)).as(commands.err()).isZero();
    Audio audio = AudioFiles.read(round);
    assertThat(audio.length()).isEqualTo(16160);
    assertThat(Files.readAllBytes(decoded)).isEqualTo(Files.readAllBytes(round));
  }

  @Test
  void keepsTheDepthsThatAreAskedFor() throws IOException {
    Path all = folder.resolve("all.wav");
    Path two = folder.resolve("two.wav");
    run("roundtrip", input, all);
    assertThat(run("roundtrip", input, two, "--depths", "2")).isZero();
    assertThat(Files.readAllBytes(two)).isNotEqualTo(Files.readAllBytes(all));
    assertThat(run("roundtrip", input, two, "--depths", "5")).isEqualTo(2);
    assertThat(commands.err()).contains("--depths").hasLineCount(1);
  }

  @Test
  void refusesWhatIsNoTokenFile() throws IOException {
    Path tokens = folder.resolve("tokens.json");
    for (String bad :
        new String[] {
          "",
          "{}",
          "{\"pack\":\"other 1\",\"samples\":1,\"sampleRate\":16000,\"codes\":[[1]]}",
          "{\"pack\":\"tiny 0.1.0\",\"samples\":1,\"sampleRate\":16000,\"codes\":[[99]]}",
          "{\"pack\":\"tiny 0.1.0\",\"samples\":1,\"sampleRate\":16000,\"codes\":[[1],[]]}",
          "{\"pack\":\"tiny 0.1.0\",\"samples\":1,\"sampleRate\":16000,\"codes\":[[1,2,3,4,5]]}"
        }) {
      Files.writeString(tokens, bad);
      assertThat(run("decode", tokens, folder.resolve("out.wav"))).as(bad).isEqualTo(1);
      assertThat(commands.err()).startsWith("myna: ").hasLineCount(1);
      assertThat(folder.resolve("out.wav")).doesNotExist();
    }
  }

  private int run(String step, Object... arguments) {
    Object[] all = new Object[arguments.length + 4];
    all[0] = "codec";
    all[1] = step;
    all[2] = "--pack";
    all[3] = Packs.TINY;
    System.arraycopy(arguments, 0, all, 4, arguments.length);
    return commands.run(all);
  }
}
