package myna.watermark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import myna.audio.Audio;
import myna.audio.AudioException;
import myna.audio.AudioFiles;
import myna.audio.AudioOutput;
import myna.audio.FileLabels;
import myna.audio.Resampler;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class WatermarkTest {
  @TempDir private Path folder;

  static List<Path> recordings() throws IOException {
    try (Stream<Path> files = Files.list(Path.of("assets", "reference"))) {
      return files.filter(file -> file.toString().endsWith(".wav")).sorted().toList();
    }
  }

  @ParameterizedTest
  @MethodSource("recordings")
  void isFoundWhereItIsAndNowhereElse(Path recording) throws AudioException {
    Audio audio = AudioFiles.read(recording);
    assertThat(WatermarkDetector.detect(audio).isMarked()).isFalse();
    Detection found = WatermarkDetector.detect(Watermarker.mark(audio));
    assertThat(found.isMarked()).as("%s", found).isTrue();
    assertThat(found.score()).isGreaterThan(8);
  }

  @ParameterizedTest
  @ValueSource(strings = {"mp3", "opus", "m4a", "flac"})
  void survivesOtherFormats(String extension) throws AudioException {
    Path file = folder.resolve("marked." + extension);
    int bitRate = extension.equals("flac") ? 0 : 64_000;
    try (AudioOutput out =
        AudioOutput.create(file, 16_000, new AudioOutput.Choices(bitRate, FileLabels.NONE))) {
      out.write(marked().samples());
      out.commit();
    }
    assertThat(WatermarkDetector.detect(AudioFiles.read(file)).isMarked()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(ints = {8_000, 22_050, 44_100})
  void survivesOtherRates(int rate) throws AudioException {
    Audio there = Resampler.resample(marked(), rate);
    assertThat(WatermarkDetector.detect(there).isMarked()).isTrue();
    assertThat(WatermarkDetector.detect(Resampler.resample(there, 16_000)).isMarked()).isTrue();
  }

  @Test
  void survivesACutAndAnotherLoudness() throws AudioException {
    Audio whole = marked();
    Audio piece = whole.slice(12_345, 12_345 + 4 * 16_000);
    float[] quiet = piece.samples().clone();
    for (int t = 0; t < quiet.length; t++) {
      quiet[t] *= 0.1f;
    }
    assertThat(WatermarkDetector.detect(new Audio(quiet, 16_000)).isMarked()).isTrue();
  }

  @Test
  void isPutInAtAnyRate() throws AudioException {
    Audio audio = Resampler.resample(AudioFiles.read(recordings("linda.wav")), 24_000);
    assertThat(WatermarkDetector.detect(Watermarker.mark(audio)).isMarked()).isTrue();
  }

  @Test
  void aStreamIsMarkedLikeTheWhole() throws AudioException {
    Audio audio = AudioFiles.read(recordings("linda.wav")).slice(0, 20_000);
    Audio whole = Watermarker.mark(audio);
    assertThat(whole.length()).isEqualTo(audio.length());
    Watermarker marker = new Watermarker(audio.sampleRate());
    Random random = new Random(1);
    float[] pieces = new float[0];
    for (int t = 0; t < audio.length(); ) {
      int count = Math.min(audio.length() - t, random.nextInt(3000));
      pieces = join(pieces, marker.process(audio.slice(t, t + count).samples()));
      t += count;
    }
    assertThat(join(pieces, marker.finish())).isEqualTo(whole.samples());
  }

  @Test
  void changesTheSignalByLittleAndSilenceByNothing() throws AudioException {
    Audio audio = AudioFiles.read(recordings("linda.wav"));
    Audio marked = Watermarker.mark(audio);
    double signal = 0;
    double power = 0;
    double change = 0;
    for (int t = 0; t < audio.length(); t++) {
      float before = audio.samples()[t];
      float after = marked.samples()[t];
      signal += before * before;
      power += after * after;
      change += (after - before) * (after - before);
    }
    assertThat(10 * Math.log10(change / signal)).isLessThan(-17);
    assertThat(10 * Math.log10(power / signal)).isCloseTo(0, within(0.25));
    assertThat(Watermarker.mark(new Audio(new float[9000], 16_000)).samples()).containsOnly(0);
  }

  @Test
  void nothingIsFoundInNothing() {
    assertThat(WatermarkDetector.detect(new Audio(new float[0], 16_000)).isMarked()).isFalse();
    assertThat(WatermarkDetector.detect(new Audio(new float[1], 16_000)).isMarked()).isFalse();
    assertThat(WatermarkDetector.detect(new Audio(new float[90_000], 8_000)).isMarked()).isFalse();
  }

  /** With {@code -Dmyna.recordings=FOLDER}: no false alarm in any of the recordings. */
  @Test
  void noRecordingIsTakenForSynthetic() throws IOException {
    String prepared = System.getProperty("myna.recordings");
    assumeTrue(prepared != null, "-Dmyna.recordings names no folder of prepared recordings");
    try (Recordings recordings = new Recordings(Path.of(prepared))) {
      assertThat(recordings.clips())
          .allSatisfy(
              clip ->
                  assertThat(
                          WatermarkDetector.detect(recordings.audio(clip.offset(), clip.length()))
                              .isMarked())
                      .isFalse());
    }
  }

  private static Audio marked() throws AudioException {
    Audio audio = AudioFiles.read(recordings("kathleen.wav"));
    return Watermarker.mark(Resampler.resample(audio, 16_000));
  }

  private static Path recordings(String name) {
    return Path.of("assets", "reference", name);
  }

  private static float[] join(float[] first, float[] second) {
    float[] all = Arrays.copyOf(first, first.length + second.length);
    System.arraycopy(second, 0, all, first.length, second.length);
    return all;
  }
}
