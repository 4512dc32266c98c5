package myna.audio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import myna.audio.AudioException.Reason;
import myna.files.AtomicFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WavWriterTest {
  @TempDir private Path folder;

  @Test
  void whatIsWrittenIsReadAgain() throws Exception {
    Audio audio = Signals.noise(1, 0.2, 3, 16000);
    Path file = folder.resolve("noise.wav");
    AudioFiles.write(file, audio);
    Audio once = AudioFiles.read(file);
    assertThat(once.sampleRate()).isEqualTo(16000);
    assertThat(once.samples()).hasSameSizeAs(audio.samples());
    for (int t = 0; t < audio.length(); t++) {
      assertThat(once.samples()[t])
          .isBetween(audio.samples()[t] - 2e-5f, audio.samples()[t] + 2e-5f);
    }
    byte[] bytes = Files.readAllBytes(file);
    AudioFiles.write(file, once);
    assertThat(Files.readAllBytes(file)).isEqualTo(bytes);
    assertThat(filesIn(folder)).containsExactly(file);
  }

  @Test
  void clipsWhatIsTooLoud() {
    assertThat(WavWriter.toPcm16(1f)).isEqualTo(Short.MAX_VALUE);
    assertThat(WavWriter.toPcm16(-1f)).isEqualTo(Short.MIN_VALUE);
    assertThat(WavWriter.toPcm16(40f)).isEqualTo(Short.MAX_VALUE);
    assertThat(WavWriter.toPcm16(Float.NEGATIVE_INFINITY)).isEqualTo(Short.MIN_VALUE);
    assertThat(WavWriter.toPcm16(Float.NaN)).isZero();
    assertThat(WavWriter.toPcm16(0.5f)).isEqualTo((short) 16384);
  }

  @Test
  void leavesNothingWhereItCannotWrite() throws Exception {
    Path blocked = Files.writeString(folder.resolve("blocked"), "a file, no folder");
    assertRefused(blocked.resolve("out.wav"), Reason.UNWRITABLE);
    assertRefused(folder.resolve("absent").resolve("out.wav"), Reason.UNWRITABLE);
    assertRefused(Files.createDirectory(folder.resolve("folder.wav")), Reason.UNWRITABLE);
    assertRefused(folder.resolve("out.xyz"), Reason.UNKNOWN_FORMAT);
    assertRefused(folder.resolve("out"), Reason.UNKNOWN_FORMAT);
    assertThat(filesIn(folder)).hasSize(2);
  }

  @Test
  void aFailureKeepsWhatWasThere() throws Exception {
    Path file = Files.writeString(folder.resolve("kept.wav"), "before");
    assertThatThrownBy(
            () ->
                AtomicFile.write(
                    file,
                    part -> {
                      Files.writeString(part, "half");
                      throw new IOException("No space left on device");
                    }))
        .isInstanceOf(IOException.class);
    assertThat(file).hasContent("before");
    assertThat(filesIn(folder)).containsExactly(file);
    assertThat(AtomicFile.isDiskFull(file, new IOException("No space left on device"))).isTrue();
  }

  @Test
  void writesThroughASymbolicLink() throws Exception {
    Path target = Files.writeString(folder.resolve("target.wav"), "before");
    Path link = Files.createSymbolicLink(folder.resolve("link.wav"), target);
    AudioFiles.write(link, Signals.sine(440, 0.5, 0.1, 8000));
    assertThat(link).isSymbolicLink();
    assertThat(AudioFiles.read(target).length()).isEqualTo(800);
  }

  private static void assertRefused(Path file, Reason reason) {
    assertThatThrownBy(() -> AudioFiles.write(file, Signals.silence(0.1, 8000)))
        .asInstanceOf(type(AudioException.class))
        .satisfies(e -> assertThat(e.reason()).isEqualTo(reason))
        .satisfies(e -> assertThat(e.getMessage()).hasLineCount(1));
  }

  private static List<Path> filesIn(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.toList();
    }
  }
}
