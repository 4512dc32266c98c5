package myna.audio;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TagsTest {
  private static final FileLabels LABELS =
      new FileLabels(
          Map.of("comment", "Made by a machine", "title", "Größe"), List.of(), new byte[0]);

  @TempDir private Path folder;

  @ParameterizedTest
  @ValueSource(strings = {"a.wav", "a.flac", "a.mp3", "a.opus", "a.ogg", "a.m4a", "a.m4b"})
  void comeBackFromEveryFormat(String name) throws AudioException {
    Path file = folder.resolve(name);
    Audio audio = Signals.sine(440, 0.5, 0.5, 16_000);
    AudioFiles.write(file, audio, LABELS);
    assertThat(AudioFiles.readTags(file))
        .containsEntry("comment", "Made by a machine")
        .containsEntry("title", "Größe");
    assertThat(AudioFiles.read(file).seconds()).isBetween(0.45, 0.7);
  }

  @Test
  void ofNoSoundThereAreNone() throws IOException {
    Path file = Files.writeString(folder.resolve("text.wav"), "no sound");
    assertThat(AudioFiles.readTags(file)).isEmpty();
    assertThat(AudioFiles.readTags(folder.resolve("missing.wav"))).isEmpty();
  }
}
