package myna.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import myna.audio.AudioException;
import myna.audio.AudioFiles;
import myna.onnx.Packs;
import myna.speech.ReferenceClipTest;
import myna.speech.measure.Benchmark;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class MeasureCommandsTest {
  private final CommandLines commands = new CommandLines();

  @TempDir private Path folder;
  private Path list;

  @BeforeEach
  void writeCases() throws AudioException, IOException {
    AudioFiles.write(folder.resolve("a.wav"), ReferenceClipTest.clip(0.3, 3, 16000));
    AudioFiles.write(folder.resolve("b.wav"), ReferenceClipTest.clip(0.3, 2, 22050));
    list = folder.resolve("cases.tsv");
    Files.writeString(list, "a.wav\tHello there.\tb.wav\nb.wav\tOnce more.\n");
  }

  @Test
  void evaluatesCases() {
    Path outputs = folder.resolve("outputs");
    int status =
        commands.run(
            "evaluate", "--list", list, "--pack", Packs.TINY, "--output-dir", outputs, "--json");
    assertThat(status).as(commands.err()).isZero();
    JsonNode report = JsonMapper.shared().readTree(commands.out());
    assertThat(report.get("cases").size()).isEqualTo(2);
    JsonNode first = report.get("cases").get(0);
    assertThat(first.get("recording").get("seconds").asDouble()).isEqualTo(2);
    assertThat(first.get("lengthRatio").asDouble()).isPositive();
    assertThat(first.get("output").get("phonemeErrorRate").asDouble()).isPositive();
    assertThat(report.get("cases").get(1).get("recording")).isNull();
    assertThat(report.get("total").get("realTimeFactor").asDouble()).isPositive();
    assertThat(outputs.resolve("000.wav")).exists();
    assertThat(outputs.resolve("001.wav")).exists();
  }

  @Test
  void looksForTheVoiceAmongOthers() throws IOException {
    Path kathleen = Path.of("assets", "reference", "kathleen.wav").toAbsolutePath();
    Path others = Files.createDirectory(folder.resolve("others"));
    Files.copy(Path.of("assets", "reference", "linda.wav"), others.resolve("linda.wav"));
    Files.writeString(list, kathleen + "\tYes.\t" + kathleen + "\n");
    int status =
        commands.run("evaluate", "--list", list, "--steps", "1", "--others", others, "--json");
    assertThat(status).as(commands.err()).isZero();
    JsonNode report = JsonMapper.shared().readTree(commands.out());
    assertThat(report.get("voices").asInt()).isEqualTo(2);
    JsonNode recording = report.get("total").get("recording");
    assertThat(recording.get("similarity").asDouble()).isEqualTo(1);
    assertThat(recording.get("nearest").asDouble()).isEqualTo(1);
    assertThat(report.get("total").get("output").get("wordsHeard").asDouble()).isEqualTo(1);
  }

  @Test
  void aPackWithoutSpeakerNetworkTellsNoVoices() {
    assertThat(commands.run("evaluate", "--list", list, "--pack", Packs.TINY, "--json")).isZero();
    JsonNode report = JsonMapper.shared().readTree(commands.out());
    assertThat(report.get("voices").asInt()).isZero();
    assertThat(report.get("total").get("output").get("nearest")).isNull();
  }

  @Test
  void plantsErrorsInRecordings() {
    int status = commands.run("evaluate", "--list", list, "--pack", Packs.TINY, "--planted");
    assertThat(status).as(commands.err()).isZero();
    assertThat(commands.out()).hasLineCount(8).contains("precision");
  }

  @Test
  void printsATableForPeople() {
    assertThat(commands.run("evaluate", "--list", list, "--pack", Packs.TINY)).isZero();
    assertThat(commands.out()).hasLineCount(4).contains("Hello there.").contains("all 2");
  }

  @Test
  void refusesAListWithOtherColumns() throws IOException {
    Files.writeString(list, "a.wav\n");
    assertThat(commands.run("evaluate", "--list", list, "--pack", Packs.TINY)).isEqualTo(1);
    assertThat(commands.err()).startsWith("myna: ").contains("line 1").hasLineCount(1);
    Files.writeString(list, "\n");
    assertThat(commands.run("evaluate", "--list", list, "--pack", Packs.TINY)).isEqualTo(1);
    assertThat(commands.err()).startsWith("myna: ").contains("no case").hasLineCount(1);
  }

  @Test
  void benchmarks() {
    int status =
        commands.run(
            "bench",
            "--reference",
            folder.resolve("a.wav"),
            "--pack",
            Packs.TINY,
            "--json",
            "--words",
            "1,12",
            "--sweep-steps",
            "2",
            "--sweep-depths",
            "1,4",
            "--sweep-threads",
            "1",
            "--repeats",
            "1");
    assertThat(status).as(commands.err()).isZero();
    JsonNode report = JsonMapper.shared().readTree(commands.out());
    assertThat(report.get("rows").size()).isEqualTo(6);
    assertThat(report.get("rows").get(0).get("realTimeFactor").asDouble()).isPositive();
    assertThat(report.get("rows").get(1).get("networkEvaluations").asInt()).isEqualTo(8);
    assertThat(report.get("rows").get(3).get("depths").asInt()).isEqualTo(1);
    assertThat(report.get("rows").get(5).get("threads").asInt()).isEqualTo(1);
    assertThat(report.get("limit").get("machine").asDouble()).isGreaterThan(1);
    assertThat(commands.run("bench", "--reference", "x.wav", "--words", "0")).isEqualTo(2);
  }

  @Test
  void manySentencesLeaveNothingBehind() {
    int status =
        commands.run(
            "bench",
            "--reference",
            folder.resolve("a.wav"),
            "--pack",
            Packs.TINY,
            "--steps",
            "2",
            "--soak",
            "60",
            "--json");
    assertThat(status).as(commands.err()).isZero();
    JsonNode report = JsonMapper.shared().readTree(commands.out());
    assertThat(report.get("rows").size()).isEqualTo(21);
    assertThat(report.get("rows").get(20).get("sentences").asInt()).isEqualTo(60);
    JsonNode middle = report.get("rows").get(10);
    JsonNode end = report.get("rows").get(20);
    for (String memory : List.of("heapMegabytes", "directMegabytes")) {
      double grown = end.get(memory).asDouble() - middle.get(memory).asDouble();
      assertThat(grown).as(memory).isLessThan(2);
    }
    assertThat(commands.run("bench", "--reference", folder.resolve("a.wav"), "--soak", "0"))
        .isEqualTo(2);
  }

  @Test
  void benchmarkTextsHaveTheWordsAskedFor() {
    for (int words : new int[] {1, 7, 10, 25, 200}) {
      assertThat(Benchmark.text(words).split(" ", -1)).hasSize(words);
    }
  }
}
