package myna.audio;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import java.util.stream.Stream;
import myna.audio.AudioException.Reason;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CompressedFilesTest {
  /** A second with a tone in its middle, so that a shift shows. */
  private static Audio clip(int rate) {
    return Signals.join(
        Signals.silence(0.3, rate), Signals.sine(500, 0.5, 0.4, rate), Signals.silence(0.3, rate));
  }

  @TempDir private Path folder;

  @ParameterizedTest
  @CsvSource({
    "out.flac,16000,90",
    "out.flac,44100,90",
    "out.mp3,16000,25",
    "out.mp3,24000,25",
    "out.opus,16000,20",
    "out.ogg,24000,20",
    "out.m4a,16000,25",
    "out.M4B,24000,25"
  })
  void whatIsWrittenIsReadAgain(String name, int rate, double leastSnr) throws Exception {
    Audio clip = clip(rate);
    Path file = folder.resolve(name);
    AudioFiles.write(file, clip);
    Audio read = Resampler.resample(AudioFiles.read(file), rate);
    assertThat(read.seconds()).isCloseTo(1, Offset.offset(0.07));
    assertThat(snrDb(clip, read)).isGreaterThan(leastSnr);
    byte[] bytes = Files.readAllBytes(file);
    AudioFiles.write(file, clip);
    assertThat(Files.readAllBytes(file)).isEqualTo(bytes);
    try (Stream<Path> files = Files.list(folder)) {
      assertThat(files).containsExactly(file);
    }
  }

  /** As an .au file (Sun's audio format), which FFmpeg reads. */
  @Test
  void takesOneOfTwoChannelsThatCancelEachOther() throws Exception {
    int frames = 20_000;
    ByteBuffer file = ByteBuffer.allocate(24 + 4 * frames);
    file.put(".snd".getBytes(UTF_8)).putInt(24).putInt(4 * frames);
    file.putInt(3).putInt(16_000).putInt(2); // 16-bit samples, rate, channels
    for (int i = 0; i < frames; i++) {
      short sample = (short) (8192 * Math.sin(i * 0.1));
      file.putShort(sample).putShort((short) -sample);
    }
    Path path = Files.write(folder.resolve("turned.au"), file.array());
    float[] samples = AudioFiles.read(path).samples();
    assertThat(samples).hasSize(frames);
    assertThat(samples[15_000]).isCloseTo((float) (0.25 * Math.sin(1500)), Offset.offset(1e-4f));
  }

  @Test
  void resamplesToARateThatTheFormatHolds() throws Exception {
    Path file = folder.resolve("out.opus");
    AudioFiles.write(file, clip(22050));
    assertThat(AudioFiles.read(file).seconds()).isCloseTo(1, Offset.offset(0.07));
    assertThatThrownBy(() -> AudioOutput.create(file, 22050))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void writesPieceByPiece() throws Exception {
    Audio clip = Signals.noise(3, 0.1, 2, 16000);
    AudioFiles.write(folder.resolve("whole.flac"), clip);
    try (AudioOutput out = AudioOutput.create(folder.resolve("pieces.flac"), 16000)) {
      for (int from = 0; from < clip.length(); from += 777) {
        out.write(Arrays.copyOfRange(clip.samples(), from, Math.min(clip.length(), from + 777)));
      }
      out.commit();
    }
    assertThat(folder.resolve("pieces.flac")).hasSameBinaryContentAs(folder.resolve("whole.flac"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"out.wav", "out.flac", "out.mp3", "out.opus", "out.m4a"})
  void leavesNothingWithoutCommit(String name) throws Exception {
    try (AudioOutput out = AudioOutput.create(folder.resolve(name), 16000)) {
      out.write(new float[5000]);
    }
    assertThat(folder).isEmptyDirectory();
    assertThatThrownBy(() -> AudioFiles.write(folder.resolve("none").resolve(name), clip(16000)))
        .asInstanceOf(type(AudioException.class))
        .satisfies(e -> assertThat(e.reason()).isEqualTo(Reason.UNWRITABLE))
        .satisfies(e -> assertThat(e.getMessage()).contains("there is no folder"));
  }

  @Test
  void theContentDecidesAndNotTheName() throws Exception {
    AudioFiles.write(folder.resolve("a.mp3"), clip(16000));
    Path renamed = Files.move(folder.resolve("a.mp3"), folder.resolve("a.wav"));
    assertThat(AudioFiles.read(renamed).seconds()).isCloseTo(1, Offset.offset(0.07));
  }

  @Test
  void readsCompressedWav() throws Exception {
    byte[] muLaw = new byte[8000];
    Arrays.fill(muLaw, (byte) 0x80);
    Path file = folder.resolve("mulaw.wav");
    Files.write(file, WavFiles.wav(7, 1, 8000, 8, muLaw));
    Audio audio = AudioFiles.read(file);
    assertThat(audio.length()).isEqualTo(8000);
    assertThat(audio.samples()[100]).isCloseTo(0.98f, Offset.offset(0.01f));
  }

  @Test
  void refusesWhatIsNoAudio() throws Exception {
    assertRefused(
        "text.wav", "This is no sound at all.\n".repeat(100).getBytes(UTF_8), Reason.NOT_AUDIO);
    assertRefused("empty.mp3", new byte[0], Reason.NOT_AUDIO);
    assertRefused("short.flac", new byte[] {'f', 'L', 'a', 'C'}, Reason.NOT_AUDIO);
    assertRefused(
        "list.mp3",
        "#EXTM3U\n#EXTINF:1,\nhttp://127.0.0.1:9/a.mp3\n".getBytes(UTF_8),
        Reason.NOT_AUDIO);
    assertRefused(
        "cat.wav", "ffconcat version 1.0\nfile /etc/hostname\n".getBytes(UTF_8), Reason.NOT_AUDIO);
  }

  @Test
  void refusesWhatIsCutShort() throws Exception {
    Audio clip = Signals.noise(4, 0.1, 8, 16000);
    for (String name : new String[] {"cut.flac", "cut.m4a"}) {
      AudioFiles.write(folder.resolve(name), clip);
      byte[] bytes = Files.readAllBytes(folder.resolve(name));
      assertRefused(name, Arrays.copyOf(bytes, bytes.length / 2), Reason.TRUNCATED);
    }
  }

  /** Whatever bytes a file has, it is read or refused by an AudioException. */
  @ParameterizedTest
  @ValueSource(strings = {"d.flac", "d.mp3", "d.opus", "d.m4a"})
  void survivesAnyDamage(String name) throws Exception {
    Path file = folder.resolve(name);
    AudioFiles.write(file, Signals.noise(5, 0.1, 0.3, 16000));
    byte[] sound = Files.readAllBytes(file);
    Random random = new Random(11);
    for (int i = 0; i < 60; i++) {
      byte[] damaged = Arrays.copyOf(sound, random.nextInt(1, sound.length + 1));
      for (int h = random.nextInt(1, 20); h > 0; h--) {
        damaged[random.nextInt(Math.min(damaged.length, h % 2 == 0 ? 200 : 1 << 20))] =
            (byte) random.nextInt();
      }
      Files.write(file, damaged);
      try {
        assertThat(AudioFiles.read(file).length()).isPositive();
      } catch (AudioException e) {
        assertThat(e.getMessage()).isNotBlank().hasLineCount(1);
      }
    }
  }

  private void assertRefused(String name, byte[] bytes, Reason reason) throws IOException {
    Path file = Files.write(folder.resolve(name), bytes);
    assertThatThrownBy(() -> AudioFiles.read(file))
        .asInstanceOf(type(AudioException.class))
        .satisfies(e -> assertThat(e.reason()).isEqualTo(reason))
        .satisfies(e -> assertThat(e.getMessage()).contains(name).hasLineCount(1));
  }

  private static double snrDb(Audio clean, Audio coded) {
    double signal = 0;
    double error = 0;
    for (int t = 0; t < Math.min(clean.length(), coded.length()); t++) {
      double difference = clean.samples()[t] - coded.samples()[t];
      signal += clean.samples()[t] * clean.samples()[t];
      error += difference * difference;
    }
    return 10 * Math.log10(signal / Math.max(error, 1e-12));
  }
}
