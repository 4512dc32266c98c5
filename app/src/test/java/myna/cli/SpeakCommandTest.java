package myna.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import myna.audio.Audio;
import myna.audio.AudioException;
import myna.audio.AudioFiles;
import myna.audio.Signals;
import myna.audio.WavFiles;
import myna.onnx.pack.Packs;
import myna.speech.reference.ReferenceClipTest;
import myna.watermark.Watermarker;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class SpeakCommandTest {
  private final CommandLines commands = new CommandLines();

  @TempDir private Path folder;
  private Path reference;
  private Path output;

  @BeforeEach
  void writeReference() throws AudioException {
    reference = folder.resolve("reference.wav");
    output = folder.resolve("output.wav");
    AudioFiles.write(reference, ReferenceClipTest.clip(0.3, 3, 16000));
  }

  @Test
  void speaksAndReports() throws AudioException {
    assertThat(speak("--text", "Hello there. It has 2 parts!", "--json"))
        .as(commands.err())
        .isZero();
    Audio audio = AudioFiles.read(output);
    JsonNode report = JsonMapper.shared().readTree(commands.out());
    assertThat(audio.sampleRate()).isEqualTo(16000);
    assertThat(report.get("audioSeconds").asDouble()).isCloseTo(audio.seconds(), within(1e-3));
    assertThat(report.get("device").asString()).isEqualTo("cpu");
    assertThat(report.get("steps").asInt()).isEqualTo(4);
    assertThat(report.get("networkEvaluations").asInt()).isEqualTo(8);
    assertThat(report.get("pack").asString()).startsWith("tiny");
    List<String> words = new ArrayList<>();
    double before = 0;
    for (JsonNode word : report.get("words")) {
      words.add(word.get("text").asString());
      assertThat(word.get("start").asDouble()).isGreaterThanOrEqualTo(before);
      assertThat(word.get("end").asDouble()).isGreaterThan(word.get("start").asDouble());
      before = word.get("end").asDouble();
    }
    assertThat(before).isLessThanOrEqualTo(audio.seconds());
    assertThat(words).containsExactly("Hello", "there", "It", "has", "two", "parts");
  }

  @Test
  void saysInOneLineWhatSpoilsTheClip() throws AudioException {
    AudioFiles.write(reference, ReferenceClipTest.clip(0.3, 3, 8000));
    assertThat(speak("--text", "Hello.")).isZero();
    assertThat(commands.err().lines().filter(line -> line.contains("reference.wav: ")))
        .singleElement()
        .asString()
        .contains("dull as a telephone");
  }

  @Test
  void marksWhatItWritesUnlessToldNotTo() throws AudioException {
    String text = "This is synthetic speech, and the file says so to whoever asks.";
    assertThat(speak("--text", text, "--json")).isZero();
    assertThat(commands.out()).contains("\"watermark\" : true");
    assertThat(AudioFiles.readTags(output).get("comment"))
        .startsWith("Synthetic speech made with Myna ");
    Audio marked = AudioFiles.read(output);
    assertThat(speak("--text", text, "--json", "--no-watermark")).isZero();
    assertThat(commands.out()).contains("\"watermark\" : false");
    Audio plain = AudioFiles.read(output);
    assertThat(marked).isNotEqualTo(plain);
    Audio expected = Watermarker.embed(plain);
    for (int t = 0; t < plain.length(); t++) {
      assertThat(marked.samples()[t]).isCloseTo(expected.samples()[t], within(2f / 32768));
    }
  }

  @Test
  void theSameSeedGivesTheSameFile() throws IOException {
    speak("--text", "The same again.", "--seed", "7", "--no-signature");
    byte[] first = Files.readAllBytes(output);
    speak("--text", "The same again.", "--seed", "7", "--no-signature");
    assertThat(Files.readAllBytes(output)).isEqualTo(first);
    speak("--text", "The same again.", "--seed", "8", "--no-signature");
    assertThat(Files.readAllBytes(output)).isNotEqualTo(first);
  }

  @ParameterizedTest
  @ValueSource(strings = {"a", "I", "7", "No.", "Hm?"})
  void speaksTheShortestTexts(String text) throws AudioException {
    assertThat(speak("--text", text)).as(commands.err()).isZero();
    assertThat(AudioFiles.read(output).seconds()).isBetween(0.1, 3.0);
  }

  @Test
  void speaksALongSentenceWithoutPunctuation() throws AudioException {
    assertThat(speak("--text", "word ".repeat(80))).isZero();
    assertThat(AudioFiles.read(output).seconds()).isGreaterThan(10);
  }

  @Test
  void readsTextFromAFileAndWritesTimings() throws IOException {
    Path text = folder.resolve("text.txt");
    Path timings = folder.resolve("timings.json");
    Files.writeString(text, "From a file.");
    assertThat(speak("--text-file", text, "--timings", timings, "--verify")).isZero();
    JsonNode stages = JsonMapper.shared().readTree(Files.readString(timings)).get("stages");
    assertThat(stages.get("network").asDouble()).isPositive();
    assertThat(stages.get("check").asDouble()).isPositive();
  }

  @Test
  void speedChangesTheLength() throws AudioException {
    speak("--text", "How fast is this sentence spoken?");
    double usual = AudioFiles.read(output).seconds();
    speak("--text", "How fast is this sentence spoken?", "--speed", "2");
    assertThat(AudioFiles.read(output).seconds()).isLessThan(0.7 * usual);
  }

  @ParameterizedTest
  @CsvSource({
    "--steps, 0, 2, steps",
    "--steps, x, 2, --steps",
    "--top-p, 0, 2, top-p",
    "--temperature, -1, 2, temperature",
    "--guidance, -1, 2, guidance",
    "--schedule, straight, 2, straight",
    "--speed, 0, 2, speed",
    "--threads, 0, 2, --threads",
    "--device, abacus, 2, --device",
    "--guided, 2, 2, guided",
    "--pack, nowhere, 1, nowhere",
    "--text, '', 1, spoken",
    "--text, '?! ... --', 1, spoken"
  })
  void badValuesEndInOneLine(String option, String value, int status, String message) {
    Object[] given =
        option.equals("--text")
            ? new Object[] {option, value}
            : new Object[] {"--text", "Hello.", option, value};
    assertRefused(speak(given), status, message);
  }

  @Test
  void badReferencesEndInOneLine() throws IOException, AudioException {
    Path bad = folder.resolve("bad.wav");
    assertRefused(speakIn(bad), 1, "bad.wav");
    Files.writeString(bad, "This is a text file.");
    assertRefused(speakIn(bad), 1, "bad.wav");
    AudioFiles.write(bad, new Audio(new float[0], 16000));
    assertRefused(speakIn(bad), 1, "bad.wav");
    AudioFiles.write(bad, ReferenceClipTest.clip(0.3, 0.2, 16000));
    assertRefused(speakIn(bad), 1, "0.2 s");
    AudioFiles.write(bad, Signals.silence(3, 16000));
    assertRefused(speakIn(bad), 1, "no speech");
    assertRefused(speakIn(folder), 1, "folder");
  }

  @Test
  void takesReferencesOfAnyWidthRateAndChannels() throws IOException {
    Audio clip = ReferenceClipTest.clip(0.3, 2, 96_000);
    long[] bytes = new long[clip.length()];
    long[] pairs = new long[2 * clip.length()];
    for (int t = 0; t < bytes.length; t++) {
      bytes[t] = 128L + Math.round(100 * clip.samples()[t]);
      pairs[2 * t] = Math.round(30_000 * clip.samples()[t]);
      pairs[2 * t + 1] = pairs[2 * t] / 2;
    }
    List<byte[]> files =
        List.of(
            WavFiles.wav(1, 1, 96_000, 8, WavFiles.integers(1, bytes)),
            WavFiles.wav(1, 2, 96_000, 16, WavFiles.integers(2, pairs)),
            WavFiles.wav(3, 1, 96_000, 32, WavFiles.floats(clip.samples())));
    for (byte[] file : files) {
      Path other = Files.write(folder.resolve("other.wav"), file);
      assertThat(speakIn(other)).as(commands.err()).isZero();
      assertThat(output).exists();
      Files.delete(output);
    }
  }

  @Test
  void combinesReferencesAndCutsLongOnes() throws AudioException {
    Path second = folder.resolve("second.wav");
    AudioFiles.write(second, ReferenceClipTest.clip(0.1, 60, 16000));
    assertThat(speak("--text", "Two clips.", "--reference", second)).as(commands.err()).isZero();
    assertThat(AudioFiles.read(output).seconds()).isPositive();
  }

  @Test
  void saysWordsAsTheLexiconSays() throws IOException {
    Path lexicon = folder.resolve("own.tsv");
    speak("--text", "Myna.", "--no-signature");
    byte[] usual = Files.readAllBytes(output);
    Files.writeString(lexicon, "Myna\tZ UW1 OY1 NG\n");
    speak("--text", "Myna.", "--no-signature", "--lexicon", lexicon.toString());
    assertThat(Files.readAllBytes(output)).isNotEqualTo(usual);
  }

  @Test
  void anotherProcessGivesTheSameFile() throws IOException, InterruptedException {
    speak("--text", "The same again.", "--seed", "7", "--no-signature");
    byte[] here = Files.readAllBytes(output);
    Path there = folder.resolve("there.wav");
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("--enable-native-access=ALL-UNNAMED", "-XX:TieredStopAtLevel=1"));
    command.addAll(List.of("myna.Main", "speak"));
    command.addAll(List.of("--text", "The same again.", "--seed", "7", "--no-signature", "--pack"));
    command.addAll(List.of(Packs.TINY.toString(), "--reference", reference.toString()));
    command.addAll(List.of("--output", there.toString()));
    ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.environment().put("CLASSPATH", System.getProperty("java.class.path"));
    Process process = builder.redirectOutput(folder.resolve("log.txt").toFile()).start();
    assertThat(process.waitFor()).as(Files.readString(folder.resolve("log.txt"))).isZero();
    assertThat(Files.readAllBytes(there)).isEqualTo(here);
  }

  @Test
  void memoryStaysFlat() {
    speak("--text", "Once more.".repeat(5));
    long before = usedBytes();
    speak("--text", "Once more. ".repeat(100));
    assertThat(usedBytes() - before).isLessThan(4_000_000);
  }

  private static long usedBytes() {
    System.gc();
    Runtime runtime = Runtime.getRuntime();
    return runtime.totalMemory() - runtime.freeMemory();
  }

  @Test
  void badOutputsEndInOneLine() {
    for (Path bad : List.of(folder.resolve("no/where.wav"), folder, folder.resolve("a.xyz"))) {
      int status =
          commands.run(
              "speak",
              "--reference",
              reference,
              "--text",
              "Hello.",
              "--pack",
              Packs.TINY,
              "--output",
              bad);
      assertRefused(
          status,
          1,
          bad.equals(folder) ? "folder" : bad.getFileName().toString().replaceAll("^.*[.]", ""));
    }
  }

  @Test
  void badPacksEndInOneLine() throws IOException {
    Path pack = Packs.copy(folder.resolve("pack"));
    Path graph = pack.resolve("generator.onnx");
    byte[] bytes = Files.readAllBytes(graph);
    bytes[100] ^= 1;
    Files.write(graph, bytes);
    assertRefused(speak("--text", "Hello.", "--pack", pack), 1, "generator.onnx");
    Path manifest = pack.resolve("manifest.json");
    String text = Files.readString(manifest);
    Files.writeString(manifest, text.replace("\"formatVersion\": 2", "\"formatVersion\": 99"));
    assertRefused(speak("--text", "Hello.", "--pack", pack), 1, "99");
  }

  @Test
  void cudaThatIsNotThereIsSaidInOneLine() {
    if (!Packs.hasCuda()) {
      assertRefused(speak("--text", "Hello.", "--device", "cuda"), 1, "cuda");
    }
  }

  @Test
  void missingOptionsAreBadUse() {
    assertRefused(commands.run("speak", "--text", "Hello."), 2, "--output");
    assertRefused(commands.run("speak", "--text", "Hello.", "--output", output), 2, "--reference");
    assertRefused(speak("--text", "Hello.", "--voice", "Anna"), 2, "--voice");
    assertRefused(speak("--text", "Hello.", "--format", "wav"), 2, "--format");
    assertRefused(speak("--text", "Hello.", "--subtitles", "sub"), 2, "'sub'");
    assertRefused(speak("--text", "Hello.", "--locale", "de"), 2, "--locale");
  }

  @Test
  void standardOutputGetsWhatAFileWould() throws IOException {
    assertThat(speak("--text", "Hello there.")).isZero();
    byte[] file = Files.readAllBytes(output);
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    PrintStream before = System.out;
    System.setOut(new PrintStream(bytes, true, StandardCharsets.UTF_8));
    try {
      assertThat(
              commands.run(
                  "speak",
                  "--reference",
                  reference,
                  "--text",
                  "Hello there.",
                  "--pack",
                  Packs.TINY,
                  "--format",
                  "pcm",
                  "--output",
                  "-"))
          .as(commands.err())
          .isZero();
    } finally {
      System.setOut(before);
    }
    assertThat(bytes.toByteArray()).isEqualTo(Arrays.copyOfRange(file, 44, 44 + bytes.size()));
  }

  private void assertRefused(int status, int expected, String message) {
    assertThat(status).as(commands.err()).isEqualTo(expected);
    assertThat(commands.err()).startsWith("myna: ").hasLineCount(1).contains(message);
    assertThat(commands.out()).isEmpty();
    assertThat(output).doesNotExist();
    assertThat(leftOvers()).isEmpty();
  }

  private List<String> leftOvers() {
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(f -> f.getFileName().toString()).filter(n -> n.endsWith(".part")).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private int speakIn(Path clip) {
    return commands.run(
        "speak", "--reference", clip, "--text", "Hello.", "--output", output, "--pack", Packs.TINY);
  }

  private int speak(Object... more) {
    List<Object> arguments =
        new ArrayList<>(List.of("speak", "--reference", reference, "--output", output));
    boolean ownPack = List.of(more).contains("--pack");
    if (!ownPack) {
      arguments.addAll(List.of("--pack", Packs.TINY));
    }
    arguments.addAll(List.of(more));
    return commands.run(arguments.toArray());
  }
}
