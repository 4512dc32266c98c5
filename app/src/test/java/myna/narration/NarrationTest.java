package myna.narration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import myna.engine.EngineException;
import myna.engine.PackLease;
import myna.jobs.Cancellation;
import myna.jobs.Progress;
import myna.narration.NarrationQueue.State;
import myna.narration.book.NarrationException;
import myna.narration.book.NarrationException.Reason;
import myna.narration.export.ExportSettings;
import myna.narration.project.ChapterEntry;
import myna.narration.project.LineEntry;
import myna.narration.read.BookFiles;
import myna.narration.render.RenderControl;
import myna.narration.render.RenderListener;
import myna.narration.render.Shard;
import myna.narration.script.Cast;
import myna.onnx.pack.Packs;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NarrationTest {
  @TempDir private Path temporary;
  private PackLease engine;

  @BeforeEach
  void load() throws EngineException {
    engine = Packs.tiny();
  }

  @Test
  void takesABookFromImportToExport() throws IOException, NarrationException {
    try (Narration narration = open("One. Two.\n\nThree.\n")) {
      assertThat(narration.estimate().sentences()).isEqualTo(3);
      assertThat(narration.estimate().openSeconds())
          .isPositive()
          .isEqualTo(narration.estimate().soundSeconds());
      assertThat(render(narration)).isEqualTo(3);
      assertThat(narration.estimate().openSeconds()).isZero();
      assertThat(render(narration)).isZero();
      LineEntry line = lines(narration).getFirst();
      assertThat(narration.listen(line.id()).length())
          .isEqualTo(line.take().orElseThrow().take().length().samples());
      Path output = temporary.resolve("book.flac");
      narration.export(ExportSettings.of(output, "Ruth"), Progress.NONE, Cancellation.NEVER);
      assertThat(output).exists();
    }
  }

  @Test
  void peopleOfTheStoryAreKeptAndCanBeOne() throws IOException, NarrationException {
    String story =
        "“Is it far?” asked Lizzy.\n\n“Two miles,” said Ben.\n\n“A bad road,” said Miss Lee.\n";
    Path book = Files.writeString(temporary.resolve("story.md"), story);
    try (Narration narration = open(book)) {
      assertThat(narration.speakers()).containsOnlyKeys("Lizzy", "Ben", "Miss Lee");
      assertThat(roles(narration)).contains("“Lizzy”", "“Miss Lee”");
      narration.edit().mergePeople("Lizzy", "Miss Lee");
      assertThat(narration.speakers()).containsOnlyKeys("Ben", "Miss Lee");
      assertThat(roles(narration)).contains("“Miss Lee”").doesNotContain("“Lizzy”");
    }
    try (Narration narration = open(book)) {
      assertThat(narration.speakers()).containsOnlyKeys("Ben", "Miss Lee");
      assertThat(narration.characters().sure()).isEqualTo(3);
    }
  }

  @Test
  void wordsSoundAsTheBookSays() throws IOException, NarrationException {
    Path parts = Files.createDirectories(temporary.resolve("parts"));
    Files.writeString(
        parts.resolve("p.opf"),
        "<package><manifest><item id='a' href='a.xhtml' media-type='application/xhtml+xml'/>"
            + "</manifest><spine><itemref idref='a'/></spine></package>");
    Files.writeString(
        parts.resolve("a.xhtml"),
        "<html xmlns='http://www.w3.org/1999/xhtml'><head><link rel='pronunciation'"
            + " href='a.pls'/></head><body><p>Nguyen called.</p></body></html>");
    String lexeme = "<lexeme><grapheme>Nguyen</grapheme><phoneme>%s</phoneme></lexeme>";
    String lexicon = "<lexicon alphabet='x-arpabet'>" + lexeme + "</lexicon>";
    Files.writeString(parts.resolve("a.pls"), lexicon.formatted("W IH1 N"));
    Path book = temporary.resolve("book.epub");
    BookFiles.zip(parts, book);
    try (Narration narration = open(book)) {
      assertThat(firstWord(narration)).containsExactly("W", "IH1", "N");
    }
    try (Narration narration = open(book)) {
      assertThat(firstWord(narration)).containsExactly("W", "IH1", "N");
    }
    Files.writeString(parts.resolve("a.pls"), lexicon.formatted("N UW1 Y EH0 N"));
    BookFiles.zip(parts, book);
    NarrationOrder order =
        new NarrationOrder(
            Optional.of(book),
            temporary.resolve("book.epub.myna"),
            BookProject.Handling.UPDATE,
            List.of(),
            same -> same);
    try (Narration narration =
        Narration.open(order, engine, new RuthsVoice(), Cancellation.NEVER)) {
      assertThat(firstWord(narration)).containsExactly("N", "UW1", "Y", "EH0", "N");
    }
  }

  private static List<String> firstWord(Narration narration) throws NarrationException {
    return lines(narration).getFirst().line().sentence().words().getFirst().phonemes();
  }

  private static List<String> roles(Narration narration) throws NarrationException {
    return lines(narration).stream()
        .flatMap(line -> line.line().sentence().words().stream())
        .map(word -> word.controls().voice())
        .filter(Objects::nonNull)
        .distinct()
        .toList();
  }

  @Test
  void makesDamagedTakesAgain() throws IOException, NarrationException {
    Path book = Files.writeString(temporary.resolve("book.md"), "One. Two.\n\nThree. Four.\n");
    Path output = temporary.resolve("book.flac");
    byte[] sound;
    List<Path> takes;
    try (Narration narration = open(book)) {
      assertThat(render(narration)).isEqualTo(4);
      narration.export(ExportSettings.of(output, "Ruth"), Progress.NONE, Cancellation.NEVER);
      sound = Files.readAllBytes(output);
      takes = takes(temporary.resolve("book.md.myna/takes"));
    }
    byte[] whole = Files.readAllBytes(takes.get(0));
    Files.write(takes.get(0), Arrays.copyOf(whole, whole.length / 2));
    Files.write(takes.get(1), new byte[0]);
    byte[] flipped = Files.readAllBytes(takes.get(2));
    flipped[flipped.length / 2] ^= 1;
    Files.write(takes.get(2), flipped);
    try (Narration narration = open(book)) {
      assertThat(render(narration)).isEqualTo(3);
      narration.export(ExportSettings.of(output, "Ruth"), Progress.NONE, Cancellation.NEVER);
    }
    assertThat(output).hasBinaryContent(sound);
    assertThat(takes.get(0)).hasBinaryContent(whole);
  }

  private static List<Path> takes(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      return files.filter(file -> file.toString().endsWith(".flac")).sorted().toList();
    }
  }

  @Test
  void keepsAllTakesOfASentence() throws IOException, NarrationException {
    try (Narration narration = open("One. Two.\n")) {
      render(narration);
      long id = lines(narration).getFirst().id();
      String first = key(narration, id);
      assertThat(narration.edit().retake(id)).isEqualTo(1);
      assertThatThrownBy(() -> narration.listen(id))
          .isInstanceOf(NarrationException.class)
          .hasMessageContaining("not rendered");
      assertThat(render(narration)).isEqualTo(1);
      narration.edit().choose(id, 0);
      assertThat(render(narration)).isZero();
      assertThat(key(narration, id)).isEqualTo(first);
      assertThat(narration.edit().retake(id)).isEqualTo(2);
      assertThat(render(narration)).isEqualTo(1);
      assertThat(narration.project().line(id).choice().retakes()).isEqualTo(2);
      assertThatThrownBy(() -> narration.edit().choose(id, 3))
          .isInstanceOf(NarrationException.class)
          .hasMessage("there is no take 3");
    }
  }

  @Test
  void mayBeEditedWhileItRenders() throws IOException, NarrationException {
    try (Narration narration = open("One. Two.\n\nThree. Four.\n\nFive.\n")) {
      List<Integer> seen = new ArrayList<>();
      RenderListener editor =
          progress -> {
            seen.add(progress.lines().finished());
            if (seen.size() == 2) {
              edit(narration, 2, "Other words.");
              edit(narration, 0, "One. Something else. Two.");
            }
          };
      assertThat(narration.render(Shard.ALL, editor, new RenderControl())).isEqualTo(6);
      assertThat(narration.estimate().finished()).isEqualTo(6);
      assertThat(narration.estimate().sentences()).isEqualTo(6);
    }
  }

  @Test
  void makesSoundAnewThatIsMissingOrDamaged() throws IOException, NarrationException {
    try (Narration narration = open("One. Two.\n")) {
      render(narration);
      List<Path> sounds = sounds();
      Files.delete(sounds.getFirst());
      assertThat(render(narration)).isEqualTo(1);
      Files.write(sounds.getFirst(), new byte[100]);
      ExportSettings settings = ExportSettings.of(temporary.resolve("book.wav"), "Ruth");
      assertThatThrownBy(() -> narration.export(settings, Progress.NONE, Cancellation.NEVER))
          .isInstanceOf(NarrationException.class)
          .hasMessageContaining("missing or damaged: render again")
          .extracting("reason")
          .isEqualTo(Reason.INCOMPLETE);
      assertThat(render(narration)).isEqualTo(1);
      narration.export(settings, Progress.NONE, Cancellation.NEVER);
    }
  }

  @Test
  void proposesSpeakersAndTakesThemIntoTheCast() throws IOException, NarrationException {
    String play =
        """
        Holmes: Elementary.

        Dr. Watson: Is it?

        Holmes: It is.

        Note: none.

        Dr. Watson: Well.

        Holmes: Well.
        """;
    try (Narration narration = open(play)) {
      assertThat(narration.speakers())
          .containsExactly(Map.entry("Holmes", 3), Map.entry("Dr. Watson", 2));
      assertThat(lines(narration).getFirst().line().text()).startsWith("Holmes:");
      narration.change(
          settings -> settings.withCast(new Cast("Ruth", "", Map.of("Holmes", "Ruth"))));
      assertThat(lines(narration).getFirst().line().text()).isEqualTo("Elementary.");
    }
  }

  @Test
  void queuesBooks() throws IOException, NarrationException {
    try (Narration good = open("Good.\n");
        Narration bad = open("Bad.\n");
        Narration stopped = open("Stopped.\n")) {
      List<State> states = new ArrayList<>();
      NarrationQueue queue = new NarrationQueue((entry, status) -> states.add(status.state()));
      var first = queue.add(bad, ExportSettings.of(temporary.resolve("no/where.wav"), "Ruth"));
      var second = queue.add(stopped, ExportSettings.of(temporary.resolve("s.wav"), "Ruth"));
      var third = queue.add(good, ExportSettings.of(temporary.resolve("good.wav"), "Ruth"));
      second.control().cancel();
      queue.run();
      assertThat(first.status().state()).isEqualTo(State.FAILED);
      assertThat(first.status().failure()).contains("where.wav");
      assertThat(second.status().state()).isEqualTo(State.STOPPED);
      assertThat(third.status().state()).isEqualTo(State.DONE);
      assertThat(third.status().exported()).isPresent();
      assertThat(temporary.resolve("good.wav")).exists();
      assertThat(states).contains(State.WAITING, State.RENDERING, State.EXPORTING);
    }
  }

  private Narration open(String text) throws IOException, NarrationException {
    Path book = Files.createTempFile(temporary, "book", ".md");
    Files.writeString(book, text);
    return open(book);
  }

  private Narration open(Path book) throws NarrationException {
    Narration narration =
        Narration.open(
            NarrationOrder.of(book, book.resolveSibling(book.getFileName() + ".myna")),
            engine,
            new RuthsVoice(),
            Cancellation.NEVER);
    narration.change(settings -> settings.withCast(Cast.of("Ruth")).withSpeech("steps=1"));
    return narration;
  }

  private static int render(Narration narration) throws NarrationException {
    return narration.render(Shard.ALL, RenderListener.NONE, new RenderControl());
  }

  private static List<LineEntry> lines(Narration narration) throws NarrationException {
    ChapterEntry chapter = narration.project().spokenChapters().getFirst();
    return narration.project().lines(chapter.id());
  }

  private static String key(Narration narration, long line) throws NarrationException {
    return narration.project().line(line).take().orElseThrow().key();
  }

  private static void edit(Narration narration, int block, String text) {
    try {
      long chapter = narration.project().spokenChapters().getFirst().id();
      long id = narration.project().blocks(chapter).get(block).id();
      narration.edit().setText(id, text);
    } catch (NarrationException e) {
      throw new AssertionError(e);
    }
  }

  private List<Path> sounds() throws IOException {
    try (var files = Files.walk(temporary)) {
      return files.filter(file -> file.toString().endsWith(".flac")).sorted().toList();
    }
  }
}
