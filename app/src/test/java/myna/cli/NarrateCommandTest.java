package myna.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import myna.audio.AudioException;
import myna.audio.AudioFiles;
import myna.onnx.pack.Packs;
import myna.speech.reference.ReferenceClipTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class NarrateCommandTest {
  private final CommandLines commands = new CommandLines();

  @TempDir private Path folder;
  private Path reference;
  private Path book;

  @BeforeEach
  void write() throws AudioException, IOException {
    reference = folder.resolve("reference.wav");
    AudioFiles.write(reference, ReferenceClipTest.clip(0.3, 3, 16000));
    book = folder.resolve("book.md");
    Files.writeString(
        book,
        """
        # A Book

        by Me

        ## Chapter 1

        Hello there.

        ## Chapter 2

        Hello there. "Bye," he said.
        """);
  }

  @Test
  void beginsChaptersByAPatternAndRefusesWhatIsNone() throws IOException {
    Path text = Files.writeString(folder.resolve("tale.txt"), "~ One\nIt rained.\n~ Two\nBye.\n");
    assertThat(
            narrate(text, "--project", folder.resolve("p"), "--chapter-pattern", "~", "--chapters"))
        .as(commands.err())
        .isZero();
    assertThat(commands.out()).contains("One", "Two");
    assertThat(narrate(text, "--chapter-pattern", "(", "--chapters")).isEqualTo(2);
    assertThat(commands.err())
        .contains("--chapter-pattern \"(\" is no regular expression: unclosed group.");
  }

  @Test
  void narratesABookAndGoesOnWithWhatIsThere() {
    assertThat(narrate(book, "--output", folder.resolve("book.m4b"), "--json"))
        .as(commands.err())
        .isZero();
    JsonNode first = JsonMapper.shared().readTree(commands.out());
    assertThat(first.get("sentences").get("all").asInt()).isEqualTo(7);
    assertThat(first.get("sentences").get("made").asInt()).isEqualTo(6);
    assertThat(first.get("chapters").size()).isEqualTo(3);
    assertThat(folder.resolve("book.m4b")).exists();
    assertThat(
            commands.run(
                "narrate",
                book,
                "--pack",
                Packs.TINY,
                "--output",
                folder.resolve("book.mp3"),
                "--json"))
        .as(commands.err())
        .isZero();
    JsonNode second = JsonMapper.shared().readTree(commands.out());
    assertThat(second.get("sentences").get("made").asInt()).isZero();
    assertThat(second.get("audioSeconds")).isEqualTo(first.get("audioSeconds"));
  }

  @Test
  void showsWhoSpeaksAsACastFile() throws IOException {
    Path story = folder.resolve("story.txt");
    Files.writeString(
        story,
        """
        “Is it far?” asked Alice.

        “Two miles,” said Mr. Brown.

        “And the road?”

        “A bad one, Alice.”
        """);
    Path project = folder.resolve("story.myna");
    assertThat(commands.run("narrate", story, "--project", project, "--characters"))
        .as(commands.err())
        .isZero();
    assertThat(commands.out().lines())
        .startsWith(
            "# 4 quotations; who says 4 of them (100 %) is clear, the narrator reads the others")
        .contains("# 2 quotations, 6 words, she", "# 2 quotations, 6 words, he", "# Alice =");
    Path cast = Files.writeString(folder.resolve("cast.txt"), "Alice = Nobody\n");
    assertThat(
            commands.run(
                "narrate",
                story,
                "--project",
                project,
                "--reference",
                reference,
                "--cast",
                cast,
                "--pack",
                Packs.TINY,
                "--output",
                folder.resolve("story.wav")))
        .isEqualTo(1);
    assertThat(commands.err()).contains("Nobody");
  }

  @Test
  void showsTheChaptersWithoutAVoice() {
    Path project = folder.resolve("work");
    assertThat(commands.run("narrate", book, "--project", project, "--chapters", "--skip", "1,3"))
        .as(commands.err())
        .isZero();
    assertThat(commands.out().lines().toList())
        .satisfiesExactly(
            line -> assertThat(line).contains("1  skipped").endsWith("A Book  (skipped by choice)"),
            line -> assertThat(line).contains("2  spoken").endsWith("Chapter 1"),
            line ->
                assertThat(line).contains("3  skipped").endsWith("Chapter 2  (skipped by choice)"));
  }

  @Test
  void mergesWhatShardsMade() throws IOException {
    Path project = folder.resolve("work");
    for (String shard : List.of("2/3", "1/3")) {
      assertThat(narrate(book, "--project", project, "--shard", shard)).as(commands.err()).isZero();
    }
    Path output = folder.resolve("merged.flac");
    List<Object> merge =
        List.of(
            "narrate",
            "--project",
            project,
            "--merge",
            "--no-signature",
            "--pack",
            Packs.TINY,
            "--output",
            output);
    if (commands.run(merge.toArray()) != 0) {
      assertThat(commands.err())
          .startsWith("myna: ")
          .contains("sentences are missing")
          .hasLineCount(1);
      assertThat(output).doesNotExist();
    }
    assertThat(narrate(book, "--project", project, "--shard", "3/3")).as(commands.err()).isZero();
    assertThat(commands.run(merge.toArray())).as(commands.err()).isZero();
    Path direct = folder.resolve("direct.flac");
    assertThat(narrate(book, "--output", direct, "--no-signature")).as(commands.err()).isZero();
    assertThat(Files.mismatch(output, direct)).isEqualTo(-1);
  }

  @Test
  void putsABookIntoALibrary() throws IOException {
    Path library = folder.resolve("library");
    Path work = folder.resolve("work");
    Object[] options = {"--library", library, "--project", work, "--author", "Ann Lee, Bo: Ray"};
    assertThat(narrate(Stream.concat(Stream.of(book), Arrays.stream(options)).toArray()))
        .as(commands.err())
        .isZero();
    Path place = library.resolve("Ann Lee, Bo Ray").resolve("A Book {reference}");
    assertThat(place.resolve("A Book.m4b")).exists();
    JsonNode described =
        JsonMapper.shared().readTree(Files.readString(place.resolve("metadata.json")));
    assertThat(described.get("title").asString()).isEqualTo("A Book");
    assertThat(described.get("authors").toString()).isEqualTo("[\"Ann Lee\",\"Bo: Ray\"]");
    assertThat(described.get("narrators").get(0).asString()).isEqualTo("reference");
    JsonNode chapters = described.get("chapters");
    assertThat(chapters.get(0).get("start").asDouble()).isZero();
    assertThat(chapters.get(2).get("title").asString()).isEqualTo("Chapter 2");
    assertThat(chapters.get(2).get("start").asDouble())
        .isEqualTo(chapters.get(1).get("end").asDouble());
    assertThat(chapters.get(2).get("end").asDouble()).isPositive();
    assertThat(narrate("--project", work, "--library", library, "--format", "epub")).isZero();
    assertThat(place.resolve("A Book.epub")).exists();
    assertRefused(narrate(book, "--library", library, "--output", "x.m4b"), 2, "--library");
  }

  @Test
  void takesSeveralBooksOneAfterTheOther() throws IOException {
    Path empty = Files.writeString(folder.resolve("empty.txt"), " ");
    Path outputs = Files.createDirectory(folder.resolve("out"));
    assertThat(narrate(empty, book, "--output", outputs, "--format", "opus", "--loudness", "none"))
        .isEqualTo(1);
    assertThat(complaints()).startsWith("myna: ").contains("empty.txt").hasLineCount(1);
    assertThat(outputs.resolve("book.opus")).exists();
  }

  @Test
  void keepsTheOptionsOfAProject() {
    Path output = folder.resolve("book.wav");
    narrate(book, "--output", output, "--steps", "2", "--no-verify", "--speed", "1.5");
    commands.run("narrate", book, "--pack", Packs.TINY, "--output", output, "--json");
    JsonNode same = JsonMapper.shared().readTree(commands.out());
    assertThat(same.get("sentences").get("made").asInt()).isZero();
    narrate(book, "--output", output, "--steps", "3", "--json");
    JsonNode other = JsonMapper.shared().readTree(commands.out());
    assertThat(other.get("sentences").get("made").asInt()).isEqualTo(6);
  }

  @ParameterizedTest
  @CsvSource({
    "--shard, 4/3, 2, 4/3",
    "--shard, x, 2, i/n",
    "--subtitles, ass, 2, ass",
    "--speed, 9, 2, speed",
    "--steps, 0, 2, steps",
    "--loudness, loud, 2, loudness",
    "--voice, nobody at all, 1, nobody at all",
    "--quotations, nobody at all, 1, nobody at all",
    "--cast, nowhere.txt, 1, nowhere.txt",
    "--lexicon, nowhere.txt, 1, nowhere.txt",
    "--skip, 99, 1, 99"
  })
  void badValuesEndInOneLine(String option, String value, int status, String message) {
    Path output = folder.resolve("out.m4b");
    assertRefused(narrate(book, "--output", output, option, value), status, message);
    assertThat(output).doesNotExist();
  }

  @Test
  void badFilesEndInOneLine() throws IOException {
    Path output = folder.resolve("out.m4b");
    assertRefused(narrate(folder.resolve("no.epub"), "--output", output), 1, "no.epub");
    assertRefused(narrate(book, "--output", folder.resolve("no/where.m4b")), 1, "where.m4b");
    assertRefused(narrate(book, "--output", folder.resolve("book.xyz")), 1, "xyz");
    Files.writeString(folder.resolve("cast.txt"), "narrator Ruth\n");
    assertRefused(
        narrate(book, "--output", output, "--cast", folder.resolve("cast.txt")), 1, "line 1");
    assertRefused(commands.run("narrate", book, "--output", output), 1, "--voice");
    assertRefused(commands.run("narrate"), 2, "BOOK");
    assertThat(output).doesNotExist();
  }

  /** What was said on standard error, but of the clip, which is no speech. */
  private String complaints() {
    return commands
        .err()
        .lines()
        .filter(line -> !line.contains("reference.wav: "))
        .collect(Collectors.joining("\n"));
  }

  private void assertRefused(int status, int expected, String message) {
    assertThat(status).as(commands.err()).isEqualTo(expected);
    assertThat(complaints()).startsWith("myna: ").hasLineCount(1).contains(message);
    assertThat(commands.out()).isEmpty();
  }

  private int narrate(Object... more) {
    List<Object> arguments =
        new ArrayList<>(List.of("narrate", "--pack", Packs.TINY, "--reference", reference));
    arguments.addAll(List.of(more));
    return commands.run(arguments.toArray());
  }
}
