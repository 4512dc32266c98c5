package myna.audio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import myna.audio.AudioException.Reason;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WavReaderTest {
  @TempDir private Path folder;

  @Test
  void readsEveryWidth() throws Exception {
    float[] wanted = {0f, 0.5f, -0.5f, -1f};
    assertThat(read(WavFiles.wav(1, 1, 16000, 8, WavFiles.integers(1, 128, 192, 64, 0))).samples())
        .containsExactly(wanted);
    assertThat(
            read(WavFiles.wav(
                    1, 1, 16000, 16, WavFiles.integers(2, 0, 1 << 14, -(1 << 14), -32768)))
                .samples())
        .containsExactly(wanted);
    assertThat(
            read(WavFiles.wav(
                    1, 1, 44100, 24, WavFiles.integers(3, 0, 1 << 22, -(1 << 22), -(1 << 23))))
                .samples())
        .containsExactly(wanted);
    assertThat(
            read(WavFiles.wav(
                    1, 1, 96000, 32, WavFiles.integers(4, 0, 1 << 30, -(1 << 30), 1L << 31)))
                .samples())
        .containsExactly(wanted);
    assertThat(read(WavFiles.wav(3, 1, 8000, 32, WavFiles.floats(wanted))).samples())
        .containsExactly(wanted);
    assertThat(read(WavFiles.wav(3, 1, 8000, 64, WavFiles.doubles(0, 0.5, -0.5, -1))).samples())
        .containsExactly(wanted);
  }

  @Test
  void averagesChannelsAndKeepsTheRate() throws Exception {
    Audio audio =
        read(WavFiles.wav(1, 2, 96000, 16, WavFiles.integers(2, 16384, 0, -16384, -16384)));
    assertThat(audio).isEqualTo(new Audio(new float[] {0.25f, -0.5f}, 96000));
  }

  @Test
  void readsTheExtensibleForm() throws Exception {
    byte[] data = WavFiles.integers(4, 1 << 30, 0);
    assertThat(read(WavFiles.extensible(1, 48000, 32, 24, data)).samples())
        .containsExactly(0.5f, 0f);
    assertThat(read(WavFiles.extensible(3, 48000, 32, 32, WavFiles.floats(0.25f))).samples())
        .containsExactly(0.25f);
  }

  @Test
  void scalesDownFloatsAboveFullScale() throws Exception {
    Audio audio = read(WavFiles.wav(3, 1, 8000, 32, WavFiles.floats(2f, -1f, 0.5f)));
    assertThat(audio.samples()).containsExactly(1f, -0.5f, 0.25f);
  }

  @Test
  void takesOneOfTwoChannelsThatCancelEachOther() throws Exception {
    float[] turned = {0.5f, -0.5f, -0.25f, 0.25f, 0.1f, -0.1f};
    Audio audio = read(WavFiles.wav(3, 2, 8000, 32, WavFiles.floats(turned)));
    assertThat(audio.samples()).containsExactly(0.5f, -0.25f, 0.1f);
    float[] alike = {0.5f, 0.25f, -0.25f, -0.75f};
    audio = read(WavFiles.wav(3, 2, 8000, 32, WavFiles.floats(alike)));
    assertThat(audio.samples()).containsExactly(0.375f, -0.5f);
  }

  @Test
  void readsARecordingThatWasNeverFinished() throws Exception {
    byte[] streamed = WavFiles.wav(1, 1, 8000, 16, WavFiles.integers(2, 16384), 0xFFFF_FFFFL);
    assertThat(read(streamed).samples()).containsExactly(0.5f);
    byte[] stopped = WavFiles.wav(1, 1, 8000, 16, WavFiles.integers(2, 16384), 0);
    stopped[4] = 0;
    assertThat(read(stopped).samples()).containsExactly(0.5f);
  }

  @Test
  void refusesWhatIsNoSound() throws Exception {
    assertRefused(WavFiles.wav(1, 1, 8000, 16, new byte[0]), Reason.EMPTY);
    assertRefused(WavFiles.wav(1, 1, 8000, 16, new byte[1]), Reason.EMPTY);
    assertRefused(WavFiles.wav(1, 1, 8000, 16, new byte[100], 200), Reason.TRUNCATED);
    assertRefused(WavFiles.wav(1, 1, 8000, 16, new byte[100], 0x7FFF_FFFFL), Reason.TRUNCATED);
    assertRefused(WavFiles.wav(1, 1, 8000, 1, new byte[100]), Reason.UNSUPPORTED);
    assertRefused(WavFiles.wav(1, 0, 8000, 16, new byte[100]), Reason.CORRUPT);
    assertRefused(WavFiles.wav(1, 1, 0, 16, new byte[100]), Reason.UNSUPPORTED);
    assertRefused(WavFiles.wav(1, 1, -1, 16, new byte[100]), Reason.UNSUPPORTED);
    assertRefused(WavFiles.wav(1, 1, 8000, 48, new byte[120]), Reason.UNSUPPORTED);
    assertRefused(WavFiles.wav(3, 1, 8000, 16, new byte[120]), Reason.UNSUPPORTED);
    assertRefused(WavFiles.wav(3, 1, 8000, 32, WavFiles.floats(0f, Float.NaN)), Reason.CORRUPT);
  }

  @Test
  void refusesFortyMinutesByTheHeaderAlone() throws Exception {
    Path file = folder.resolve("long.wav");
    Files.write(file, WavFiles.wav(1, 1, 1000, 8, new byte[40 * 60 * 1000]));
    assertThatThrownBy(() -> AudioFiles.read(file))
        .asInstanceOf(type(AudioException.class))
        .satisfies(e -> assertThat(e.reason()).isEqualTo(Reason.TOO_LONG))
        .satisfies(e -> assertThat(e).hasMessageEndingWith("the most that Myna reads"));
  }

  @Test
  void refusesFilesThatAreNotThere() {
    assertThatThrownBy(() -> AudioFiles.read(folder.resolve("none.wav")))
        .asInstanceOf(type(AudioException.class))
        .satisfies(e -> assertThat(e.reason()).isEqualTo(Reason.MISSING));
    assertThatThrownBy(() -> AudioFiles.read(folder))
        .asInstanceOf(type(AudioException.class))
        .satisfies(e -> assertThat(e.reason()).isEqualTo(Reason.NOT_AUDIO));
  }

  /** Whatever bytes a file has, it is read or refused by an AudioException. */
  @Test
  void survivesAnyDamage() throws Exception {
    Random random = new Random(7);
    byte[] sound = WavFiles.extensible(1, 16000, 16, 16, new byte[200]);
    for (int i = 0; i < 2000; i++) {
      byte[] damaged = Arrays.copyOf(sound, random.nextInt(12, sound.length + 1));
      int hits = random.nextInt(1, 6);
      for (int h = 0; h < hits; h++) {
        damaged[random.nextInt(12, Math.max(13, damaged.length)) % damaged.length] =
            (byte) random.nextInt();
      }
      assertReadOrRefused(damaged);
    }
  }

  private void assertReadOrRefused(byte[] bytes) throws IOException {
    Path file = Files.write(folder.resolve("damaged.wav"), bytes);
    try {
      assertThat(AudioFiles.read(file).length()).isPositive();
    } catch (AudioException e) {
      assertThat(e.getMessage()).isNotBlank().hasLineCount(1);
    }
  }

  private void assertRefused(byte[] bytes, Reason reason) throws IOException {
    Path file = Files.write(folder.resolve("refused.wav"), bytes);
    assertThatThrownBy(() -> AudioFiles.read(file))
        .asInstanceOf(type(AudioException.class))
        .satisfies(e -> assertThat(e.reason()).isEqualTo(reason))
        .satisfies(e -> assertThat(e.getMessage()).contains("refused.wav").hasLineCount(1));
  }

  private Audio read(byte[] bytes) throws Exception {
    return AudioFiles.read(Files.write(folder.resolve("read.wav"), bytes));
  }
}
