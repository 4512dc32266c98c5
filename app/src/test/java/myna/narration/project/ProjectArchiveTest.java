package myna.narration.project;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import myna.jobs.Cancellation;
import myna.narration.book.NarrationException;
import myna.narration.book.NarrationException.Reason;
import myna.narration.render.TestBooks;
import myna.narration.script.Cast;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ProjectArchiveTest {
  @TempDir private Path folder;
  private Path project;
  private Path file;

  @BeforeEach
  void makeProject() throws IOException, NarrationException {
    project = folder.resolve("project");
    file = folder.resolve("book.mynabook");
    Path book = Files.writeString(folder.resolve("book.txt"), "A book.");
    Projects.create(
            project,
            book,
            TestBooks.book(2, "One sentence. Another."),
            ProjectSettings.of(Cast.of("")),
            TestBooks.writer())
        .close();
  }

  @Test
  void takesProjectsElsewhere() throws IOException, NarrationException {
    Path take = project.resolve("takes/ab/" + "ab".repeat(32) + ".flac");
    Files.createDirectories(take.getParent());
    Files.writeString(take, "sound");
    Files.writeString(project.resolve("notes.txt"), "stays here");
    Path lexicon = Files.createDirectories(project.resolve("lexicons")).resolve("01-names.tsv");
    Files.writeString(lexicon, "Li\tL IY1\n");
    ProjectArchive.write(project, file, Cancellation.NEVER);
    Path copy = folder.resolve("copy");
    ProjectArchive.read(file, copy, Cancellation.NEVER);
    assertThat(copy.resolve("takes/ab").resolve(take.getFileName())).hasContent("sound");
    assertThat(copy.resolve("notes.txt")).doesNotExist();
    assertThat(copy.resolve("lexicons/01-names.tsv")).hasSameTextualContentAs(lexicon);
    try (Project there = Projects.open(copy);
        Project here = Projects.open(project)) {
      assertThat(there.metadata()).isEqualTo(here.metadata());
      assertThat(there.spokenChapters()).isEqualTo(here.spokenChapters());
    }
  }

  @Test
  void waitsForNobody() throws NarrationException {
    try (Project _ = Projects.open(project)) {
      assertThatExceptionOfType(NarrationException.class)
          .isThrownBy(() -> ProjectArchive.write(project, file, Cancellation.NEVER))
          .matches(failure -> failure.reason() == Reason.LOCKED);
    }
    assertThat(file).doesNotExist();
  }

  @ParameterizedTest
  @ValueSource(strings = {"../project.db", "/project.db", "takes/../../x.json", "run.sh", ""})
  void refusesForeignFiles(String name) throws IOException {
    try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(file))) {
      if (!name.isEmpty()) {
        out.putNextEntry(new ZipEntry(name));
        out.write("x".getBytes(StandardCharsets.UTF_8));
      }
    }
    refuses(Reason.MALFORMED);
  }

  @Test
  void refusesWhatIsNoArchive() throws IOException {
    Files.writeString(file, "no archive");
    refuses(Reason.MALFORMED);
  }

  private void refuses(Reason reason) {
    Path copy = folder.resolve("copy");
    assertThatExceptionOfType(NarrationException.class)
        .isThrownBy(() -> ProjectArchive.read(file, copy, Cancellation.NEVER))
        .matches(failure -> failure.reason() == reason);
    assertThat(copy).doesNotExist();
    assertThat(folder.resolve("copy.part")).doesNotExist();
  }
}
