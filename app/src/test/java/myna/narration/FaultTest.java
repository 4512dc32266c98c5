package myna.narration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import myna.jobs.Cancellation;
import myna.jobs.Progress;
import myna.narration.BookProject.Handling;
import myna.narration.book.NarrationException;
import myna.narration.book.NarrationException.Reason;
import myna.narration.export.AudiobookExporter;
import myna.narration.export.ExportSettings;
import myna.narration.project.ChapterEntry;
import myna.narration.project.Project;
import myna.narration.project.ProjectSettings;
import myna.narration.render.FakeSynthesizer;
import myna.narration.render.RenderControl;
import myna.narration.render.RenderListener;
import myna.narration.render.Renderer;
import myna.narration.render.Shard;
import myna.narration.render.TestBooks;
import myna.narration.script.Cast;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whatever goes wrong is said in one sentence, and nothing that was finished is lost. */
class FaultTest {
  @TempDir private Path temporary;
  private final FakeSynthesizer synthesizer = new FakeSynthesizer("fake", "ruth");
  private Path book;

  @BeforeEach
  void write() throws IOException {
    book =
        Files.writeString(
            temporary.resolve("book.txt"),
            """
            CHAPTER I


            One sentence. Another sentence.

            A third one.


            CHAPTER II


            The end.
            """);
  }

  @Test
  void saysThatTheBookWasChangedAndTakesItOverOnRequest() throws IOException, NarrationException {
    render(Handling.STRICT);
    Files.writeString(book, Files.readString(book).replace("A third one.", "A fourth one."));
    assertThatThrownBy(() -> render(Handling.STRICT))
        .isInstanceOf(NarrationException.class)
        .hasMessageContaining("--update")
        .extracting("reason")
        .isEqualTo(Reason.SOURCE_CHANGED);
    int before = synthesizer.spoken();
    assertThat(render(Handling.UPDATE)).isEqualTo(1);
    assertThat(synthesizer.spoken()).isEqualTo(before + 1);
    assertThat(render(Handling.STRICT)).isZero();
  }

  @Test
  void saysThatTheDatabaseIsDamagedAndRepairsItOnRequest() throws IOException, NarrationException {
    int all = render(Handling.STRICT);
    try (RandomAccessFile database =
        new RandomAccessFile(folder().resolve("project.db").toFile(), "rw")) {
      database.write(
          "This was a database once, before the disk went bad."
              .getBytes(StandardCharsets.US_ASCII));
      database.seek(8192);
      database.write(new byte[8192]);
    }
    assertThatThrownBy(() -> render(Handling.STRICT))
        .isInstanceOf(NarrationException.class)
        .hasMessageContaining("--repair")
        .extracting("reason")
        .isEqualTo(Reason.DAMAGED);
    assertThat(render(Handling.REPAIR)).isZero();
    assertThat(synthesizer.spoken()).isEqualTo(all);
    assertThat(Files.exists(folder().resolve("project.db.damaged-1"))).isTrue();
  }

  @Test
  void refusesASecondProcess() throws IOException, NarrationException {
    try (Project first = open(Handling.STRICT)) {
      assertThat(first.chapters()).hasSize(2);
      assertThatThrownBy(() -> open(Handling.STRICT))
          .isInstanceOf(NarrationException.class)
          .hasMessageContaining("in use")
          .extracting("reason")
          .isEqualTo(Reason.LOCKED);
      ChildProcess other =
          ChildProcess.start(List.of(), book, folder(), temporary.resolve("other.m4b"), 0);
      assertThat(other.await("failed")).startsWith("LOCKED");
    }
    assertThat(render(Handling.STRICT)).isPositive();
  }

  @Test
  void saysThatTheOutputMayNotBeWritten() throws IOException, NarrationException {
    render(Handling.STRICT);
    Path output = temporary.resolve("nowhere/book.m4b");
    assertThatThrownBy(() -> export(output))
        .isInstanceOf(NarrationException.class)
        .hasMessageContaining("cannot be written")
        .extracting("reason")
        .isEqualTo(Reason.UNWRITABLE);
    Path taken = Files.createDirectory(temporary.resolve("taken.m4b"));
    assertThatThrownBy(() -> export(taken)).isInstanceOf(NarrationException.class);
    export(temporary.resolve("book.m4b"));
  }

  @Test
  void goesOnOnceThereIsRoomOnTheDiskAgain()
      throws IOException, InterruptedException, NarrationException {
    Path disk = Files.createDirectory(temporary.resolve("disk"));
    assumeTrue(
        run("mount", "-t", "tmpfs", "-o", "size=600k", "tmpfs", disk.toString()), "needs root");
    try {
      Path small = disk.resolve("book.myna");
      Path ballast = disk.resolve("ballast");
      fill(ballast, disk);
      assertThatThrownBy(() -> render(small))
          .isInstanceOf(NarrationException.class)
          .hasMessageContaining("no room left")
          .extracting("reason")
          .isEqualTo(Reason.DISK_FULL);
      Files.delete(ballast);
      render(small);
      Path output = disk.resolve("book.wav");
      fill(ballast, disk);
      assertThatThrownBy(() -> export(small, output))
          .isInstanceOf(NarrationException.class)
          .extracting("reason")
          .isEqualTo(Reason.DISK_FULL);
      assertThat(Files.exists(output)).isFalse();
      Files.delete(ballast);
      assertThat(render(small)).isZero();
    } finally {
      run("umount", disk.toString());
    }
  }

  @Test
  void saysThatADiskMayOnlyBeRead() throws IOException, InterruptedException, NarrationException {
    render(Handling.STRICT);
    Path disk = Files.createDirectory(temporary.resolve("disk"));
    assumeTrue(run("mount", "-t", "tmpfs", "-o", "ro", "tmpfs", disk.toString()), "needs root");
    try {
      assertThatThrownBy(() -> export(disk.resolve("book.m4b")))
          .isInstanceOf(NarrationException.class)
          .hasMessageContaining("book.m4b")
          .extracting("reason")
          .isEqualTo(Reason.UNWRITABLE);
      assertThatThrownBy(() -> render(disk.resolve("book.myna")))
          .isInstanceOf(NarrationException.class)
          .hasMessageContaining("cannot be written")
          .extracting("reason")
          .isEqualTo(Reason.UNWRITABLE);
    } finally {
      run("umount", disk.toString());
    }
    export(temporary.resolve("book.m4b"));
  }

  /** Leaves some 40 kB free. */
  private static void fill(Path ballast, Path disk) throws IOException {
    long free = Files.getFileStore(disk).getUsableSpace();
    Files.write(ballast, new byte[(int) Math.max(0, free - 40_000)]);
  }

  private static boolean run(String... command) throws IOException, InterruptedException {
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    return process.waitFor(10, TimeUnit.SECONDS) && process.exitValue() == 0;
  }

  private int render(Handling handling) throws NarrationException {
    try (Project project = open(handling)) {
      return render(project);
    }
  }

  private int render(Path folder) throws NarrationException {
    try (Project project = open(folder, Handling.STRICT)) {
      return render(project);
    }
  }

  private int render(Project project) throws NarrationException {
    int made =
        new Renderer(project, synthesizer, RenderListener.NONE, new RenderControl())
            .render(Shard.ALL);
    assertThat(project.spokenChapters())
        .extracting(ChapterEntry::work)
        .allMatch(work -> work.finished() == work.lines());
    return made;
  }

  private void export(Path output) throws NarrationException {
    export(folder(), output);
  }

  private void export(Path folder, Path output) throws NarrationException {
    try (Project project = open(folder, Handling.STRICT)) {
      new AudiobookExporter(
              project, ExportSettings.of(output, "Ruth"), Progress.NONE, Cancellation.NEVER)
          .export();
    }
  }

  private Project open(Handling handling) throws NarrationException {
    return open(folder(), handling);
  }

  private Project open(Path folder, Handling handling) throws NarrationException {
    return new BookProject(
            Optional.of(book), folder, (speakers, language) -> TestBooks.writer(speakers))
        .open(FaultTest::settings, handling, Cancellation.NEVER);
  }

  private static ProjectSettings settings(ProjectSettings before) {
    return before.withCast(Cast.of("ruth"));
  }

  private Path folder() {
    return temporary.resolve("book.myna");
  }
}
