package myna.audio;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import myna.fuzz.Fuzzer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Damaged sound is read or refused. */
@Timeout(36_000)
class AudioFuzzTest {
  @TempDir private Path folder;

  @Test
  void waves() throws IOException, AudioException {
    Fuzzer fuzzer =
        new Fuzzer("wave")
            .seed(sound("plain.wav", 60))
            .words("RIFF", "WAVE", "fmt ", "data", "LIST", "fact", "\0\0\0\0");
    Path file = folder.resolve("fuzzed.wav");
    fuzzer.run(
        40_000,
        input -> {
          Files.write(file, input);
          try {
            return "read " + AudioFiles.readWave(file).length();
          } catch (AudioException e) {
            return message(e, file);
          }
        });
    assertThat(folder.toFile().list()).hasSize(2);
  }

  @Test
  void compressed() throws IOException, AudioException {
    Fuzzer fuzzer = new Fuzzer("compressed").words("OggS", "fLaC", "ID3", "moov", "mdat", "esds");
    for (String name : new String[] {"a.flac", "a.mp3", "a.opus", "a.m4a", "a.wav"}) {
      fuzzer.seed(sound(name, 3000));
    }
    Path file = folder.resolve("fuzzed.bin");
    fuzzer.run(
        400,
        input -> {
          Files.write(file, input);
          try {
            return "read " + AudioFiles.read(file).sampleRate();
          } catch (AudioException e) {
            return message(e, file);
          }
        });
    assertThat(folder.toFile().list()).hasSize(6);
  }

  @Test
  void pictures() {
    byte[] png = {(byte) 0x89, 'P', 'N', 'G', 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 9, 0};
    byte[] jpeg = {-1, -40, -1, -32, 0, 4, 0, 0, -1, -64, 0, 11, 8, 0, 20, 0, 30, 1, 1, 17, 0};
    new Fuzzer("picture")
        .seed(png)
        .seed(jpeg)
        .seed(new byte[40])
        .run(200_000, input -> "size " + PictureSize.of(input).width());
  }

  private byte[] sound(String name, int length) throws IOException, AudioException {
    float[] samples = new float[length];
    for (int t = 0; t < length; t++) {
      samples[t] = (float) Math.sin(0.1 * t) / 2;
    }
    AudioFiles.write(folder.resolve(name), new Audio(samples, 16_000));
    return Files.readAllBytes(folder.resolve(name));
  }

  private static String message(AudioException failure, Path file) {
    assertThat(failure.getMessage()).startsWith(file.toString()).doesNotContain("\n");
    return failure.reason() + failure.getMessage().substring(file.toString().length());
  }
}
