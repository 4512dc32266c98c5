package myna.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import myna.audio.AudioFiles;
import myna.audio.Signals;
import myna.voice.VoiceLibrary;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Adapts a pack of random networks, whose ear is content with any words. */
class AdaptCommandTest {
  private static final String PACK =
      Path.of("speech", "src", "test", "resources", "tiny-adapt").toAbsolutePath().toString();

  @TempDir private Path folder;
  private VoiceCommands voices;
  private Path readings;
  private VoiceLibrary library;

  @BeforeEach
  void addVoice() throws Exception {
    voices = new VoiceCommands(Path.of(""), folder.resolve("home"));
    Path clip = folder.resolve("clip.wav");
    AudioFiles.write(clip, Signals.speech(1, 120, 4, 16000));
    assertThat(run("add", "Ada", clip, "--consent", "mine")).isZero();
    readings = Files.createDirectory(folder.resolve("read"));
    for (int i = 1; i <= 3; i++) {
      AudioFiles.write(readings.resolve(i + ".wav"), Signals.speech(i, 120, 8, 16000));
      Files.writeString(readings.resolve(i + ".txt"), "Some words that are read aloud, and more.");
    }
    library = new VoiceLibrary(new Places(Path.of(""), folder.resolve("home")).voices());
  }

  @Test
  void adaptsAgainAndGoesBack() throws Exception {
    assertThat(adapt("Ada", readings)).isZero();
    assertThat(voices.out())
        .startsWith("Ada\t3 readings\tlikeness ")
        .endsWith("tiny-adapt 0.1.0" + System.lineSeparator());
    byte[] adapted = library.adapted(library.get("Ada")).orElseThrow();
    assertThat(adapt("Ada", "--again")).isZero();
    assertThat(library.adapted(library.get("Ada"))).hasValue(adapted);
    assertThat(run("adapt", "Ada", "--undo")).isZero();
    assertThat(library.adapted(library.get("Ada"))).isEmpty();
    assertThat(voices.err()).isEmpty();
  }

  @Test
  void saysInASentenceWhatDoesNotServe() throws Exception {
    assertFails("keeps no readings: give recordings with their texts", "Ada", "--again");
    Files.delete(readings.resolve("2.wav"));
    assertFails("there is no file " + readings.resolve("2") + ".wav beside 2.txt", "Ada", readings);
    Files.delete(readings.resolve("2.txt"));
    assertFails("too little to learn from", "Ada", readings);
    Files.writeString(readings.resolve("1.txt"), "...");
    assertFails("holds nothing that can be read aloud", "Ada", readings);
    assertThat(library.adapted(library.get("Ada"))).isEmpty();
    assertThat(run("adapt", "Ada")).isEqualTo(2);
  }

  private void assertFails(String why, Object... arguments) {
    assertThat(adapt(arguments)).isEqualTo(1);
    assertThat(voices.err()).contains(why).hasLineCount(1);
  }

  private int adapt(Object... arguments) {
    Object[] all = new Object[arguments.length + 3];
    all[0] = "adapt";
    System.arraycopy(arguments, 0, all, 1, arguments.length);
    all[arguments.length + 1] = "--pack";
    all[arguments.length + 2] = PACK;
    return run(all);
  }

  private int run(Object... arguments) {
    return voices.run(arguments);
  }
}
