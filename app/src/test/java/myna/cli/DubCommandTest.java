package myna.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Stream;
import myna.audio.Audio;
import myna.audio.AudioException;
import myna.audio.AudioFiles;
import myna.audio.FilmMix;
import myna.audio.Signals;
import myna.onnx.pack.Packs;
import myna.speech.reference.ReferenceClipTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class DubCommandTest {
  private final CommandLines commands = new CommandLines();

  @TempDir private Path folder;
  private Path film;

  @BeforeEach
  void write() throws AudioException, IOException {
    AudioFiles.write(folder.resolve("ruth.wav"), ReferenceClipTest.clip(0.3, 3, 16_000));
    film = folder.resolve("film.wav");
    AudioFiles.write(film, Signals.sine(440, 0.25, 12, 48_000));
    Files.writeString(
        folder.resolve("film.srt"),
        "1\n00:00:04,000 --> 00:00:07,000\nSomebody has left the door open.\n");
  }

  @Test
  void writesSpeechAndReports() throws AudioException {
    Path output = folder.resolve("out.flac");
    assertThat(dub(output, "--json", "--no-verify")).as(commands.err()).isZero();
    JsonNode report = JsonMapper.shared().readTree(commands.out());
    assertThat(report.get("verdicts").get("fits").asInt()).isEqualTo(1);
    assertThat(report.get("cues").get(0).get("spokenStart").asDouble()).isEqualTo(4);
    assertThat(AudioFiles.read(output).seconds()).isCloseTo(7, within(0.01));
    assertThat(dub(output)).isZero();
    assertThat(commands.out()).startsWith("1 cues, 0:07: 1 fit, 0 go on");
  }

  @Test
  void lowersTheFilmWhileSomebodySpeaks() throws AudioException {
    Path output = folder.resolve("mix.wav");
    assertThat(dub(output, "--mix", film)).as(commands.err()).isZero();
    Audio mix = AudioFiles.read(output);
    assertThat(mix.seconds()).isCloseTo(12, within(0.05));
    double before = tone(mix, 1, 3);
    assertThat(before).isCloseTo(0.25, within(0.02));
    assertThat(tone(mix, 4.5, 5.0)).isLessThan(before / 2);
    assertThat(tone(mix, 10, 12)).isCloseTo(before, within(0.02));
    assertThat(dub(output, "--mix", film, "--no-ducking")).isZero();
    assertThat(tone(AudioFiles.read(output), 4.5, 5.0)).isGreaterThan(0.6 * before);
  }

  @Test
  void keepsThePicturesOfAFilm() throws AudioException, IOException {
    Path output = folder.resolve("dubbed.mkv");
    assertThat(FilmMix.isFilm(output)).isTrue();
    assertThat(dub(output, "--mix", film)).as(commands.err()).isZero();
    assertThat(AudioFiles.read(output).seconds()).isCloseTo(12, within(0.1));
    assertThat(AudioFiles.readTags(output).get("comment")).startsWith("Synthetic speech");
    try (Stream<Path> files = Files.list(folder)) {
      assertThat(files.map(file -> file.getFileName().toString()))
          .containsExactlyInAnyOrder("ruth.wav", "film.wav", "film.srt", "dubbed.mkv");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"mix.mp3", "mix.opus", "mix.m4a", "mix.flac", "mix.mp4", "mix.webm"})
  void mixesIntoEveryFormat(String name) throws AudioException {
    Path output = folder.resolve(name);
    assertThat(dub(output, "--mix", film)).as(commands.err()).isZero();
    assertThat(AudioFiles.read(output).seconds()).isCloseTo(12, within(0.1));
  }

  @Test
  void badUseEndsInOneLine() {
    Path output = folder.resolve("out.wav");
    assertRefused(dub(output, "--fastest", "9"), 2, "--fastest");
    assertRefused(dub(output, "--no-ducking"), 2, "--mix");
    assertRefused(dub(folder.resolve("out.mkv")), 1, ".mkv");
    assertRefused(dub(output, "--mix", folder.resolve("film.srt")), 1, "film.srt");
    assertRefused(
        commands.run("dub", folder.resolve("film.srt"), "--output", output, "--pack", Packs.TINY),
        2,
        "--voice");
    assertThat(output).doesNotExist();
  }

  private void assertRefused(int status, int expected, String message) {
    assertThat(status).as(commands.err()).isEqualTo(expected);
    assertThat(commands.err().strip().lines()).singleElement().asString().contains(message);
  }

  /** The amplitude of 440 Hz. */
  private static double tone(Audio audio, double from, double to) {
    double real = 0;
    double imaginary = 0;
    int first = (int) (from * audio.sampleRate());
    int last = (int) (to * audio.sampleRate());
    for (int t = first; t < last; t++) {
      double phase = 2 * Math.PI * 440 * t / audio.sampleRate();
      real += audio.samples()[t] * Math.cos(phase);
      imaginary += audio.samples()[t] * Math.sin(phase);
    }
    return 2 * Math.hypot(real, imaginary) / (last - first);
  }

  private int dub(Path output, Object... more) {
    Object[] usual = {
      "dub",
      folder.resolve("film.srt"),
      "--reference",
      folder.resolve("ruth.wav"),
      "--pack",
      Packs.TINY,
      "--steps",
      "2",
      "--output",
      output
    };
    return commands.run(Stream.concat(Arrays.stream(usual), Arrays.stream(more)).toArray());
  }
}
