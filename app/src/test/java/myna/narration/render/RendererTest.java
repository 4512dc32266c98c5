package myna.narration.render;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import myna.jobs.Cancellation;
import myna.jobs.CancelledException;
import myna.narration.book.Book;
import myna.narration.book.NarrationException;
import myna.narration.book.NarrationException.Reason;
import myna.narration.project.ChapterEntry;
import myna.narration.project.LineEntry;
import myna.narration.project.Project;
import myna.narration.project.Projects;
import myna.narration.script.Cast;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RendererTest {
  private static final Book BOOK =
      TestBooks.book(2, "This is number #. It has two sentences.", "", "“Yes,” he said. Yes.");

  @TempDir private Path temporary;
  private final FakeSynthesizer synthesizer = new FakeSynthesizer("fake 1", "ruth", "anna");

  @Test
  void rendersEverySpokenLineOnce() throws IOException, NarrationException {
    List<RenderProgress> seen = new ArrayList<>();
    try (Project project = TestBooks.project(folder(), BOOK)) {
      assertThat(render(project, seen::add)).isEqualTo(7);
      assertThat(work(project)).isEqualTo(10);
      assertThat(seen.getLast().lines()).isEqualTo(new RenderProgress.Lines(10, 10));
      assertThat(seen.getLast().remainingSeconds()).isZero();
      assertThat(seen.getLast().chapter()).isEqualTo("Chapter 2");
      assertThat(render(project, RenderListener.NONE)).isZero();
    }
    assertThat(synthesizer.spoken()).isEqualTo(7);
  }

  @Test
  void goesOnWhereItWasStopped() throws IOException, NarrationException {
    RenderControl control = new RenderControl();
    try (Project project = TestBooks.project(folder(), BOOK)) {
      assertThatThrownBy(
              () ->
                  new Renderer(
                          project,
                          synthesizer,
                          progress -> {
                            if (progress.lines().finished() == 4) {
                              control.cancel();
                            }
                          },
                          control)
                      .render(Shard.ALL))
          .isInstanceOf(CancelledException.class);
    }
    assertThat(synthesizer.spoken()).isEqualTo(4);
    try (Project project = Projects.open(folder())) {
      render(project, RenderListener.NONE);
      assertThat(work(project)).isEqualTo(10);
    }
    assertThat(synthesizer.spoken()).isEqualTo(7);
  }

  @Test
  void makesAnewOnlyWhatAnEditConcerns() throws IOException, NarrationException {
    try (Project project = TestBooks.project(folder(), BOOK)) {
      render(project, RenderListener.NONE);
      ChapterEntry chapter = project.spokenChapters().getFirst();
      long block = project.blocks(chapter.id()).get(1).id();
      project.edit(TestBooks.writer()).setText(block, "This is number 1. It has other sentences.");
      assertThat(work(project)).isEqualTo(8);
      assertThat(render(project, RenderListener.NONE)).isEqualTo(1);
      project.edit(TestBooks.writer()).setText(block, "This is number 1. It has two sentences.");
      assertThat(render(project, RenderListener.NONE)).isZero();
      project.setCast(Cast.of("ruth").withQuotations("anna"));
      assertThat(render(project, RenderListener.NONE)).isEqualTo(1);
    }
  }

  @Test
  void retakesALineAndGoesBack() throws IOException, NarrationException {
    try (Project project = TestBooks.project(folder(), BOOK)) {
      render(project, RenderListener.NONE);
      LineEntry line = project.lines(project.spokenChapters().getFirst().id()).get(1);
      assertThat(project.edit(TestBooks.writer()).retake(line.id())).isEqualTo(1);
      assertThat(render(project, RenderListener.NONE)).isEqualTo(1);
      assertThat(project.line(line.id()).take().orElseThrow().key())
          .isNotEqualTo(line.take().orElseThrow().key());
      project.edit(TestBooks.writer()).choose(line.id(), 0);
      assertThat(render(project, RenderListener.NONE)).isZero();
      assertThat(project.line(line.id()).take()).isEqualTo(line.take());
    }
  }

  @Test
  void sharesTheWorkAmongShards() throws IOException, NarrationException {
    TestBooks.project(folder(), BOOK).close();
    for (int i = 0; i < 3; i++) {
      try (Project project = Projects.openShard(folder(), Cancellation.NEVER)) {
        assertThat(project.isShard()).isTrue();
        new Renderer(project, synthesizer, RenderListener.NONE, new RenderControl())
            .render(new Shard(i, 3));
      }
    }
    assertThat(synthesizer.spoken()).isEqualTo(7);
    try (Project project = Projects.open(folder())) {
      assertThat(render(project, RenderListener.NONE)).isZero();
      assertThat(work(project)).isEqualTo(10);
    }
  }

  @Test
  void refusesVoicesThatThereAreNot() throws IOException, NarrationException {
    try (Project project = TestBooks.project(folder(), BOOK)) {
      project.setCast(Cast.of("nobody"));
      assertThatThrownBy(() -> render(project, RenderListener.NONE))
          .isInstanceOf(NarrationException.class)
          .hasMessage("there is no voice called nobody")
          .extracting("reason")
          .isEqualTo(Reason.BAD_CAST);
    }
  }

  @Test
  void makesDamagedTakesAnew() throws IOException, NarrationException {
    TestBooks.project(folder(), BOOK).close();
    try (Project project = Projects.open(folder())) {
      render(project, RenderListener.NONE);
    }
    Path sound;
    try (Stream<Path> files = Files.walk(folder().resolve("takes"))) {
      sound = files.filter(file -> file.toString().endsWith(".flac")).findFirst().orElseThrow();
    }
    Files.write(sound, new byte[] {1, 2, 3});
    Projects.setAside(folder());
    assertThat(Files.exists(folder().resolve("project.db.damaged-1"))).isTrue();
    try (Project project = TestBooks.project(folder(), BOOK)) {
      assertThat(render(project, RenderListener.NONE)).isEqualTo(1);
      assertThat(work(project)).isEqualTo(10);
    }
  }

  private int render(Project project, RenderListener listener) throws NarrationException {
    return new Renderer(project, synthesizer, listener, new RenderControl()).render(Shard.ALL);
  }

  private static int work(Project project) throws NarrationException {
    return project.spokenChapters().stream().mapToInt(chapter -> chapter.work().finished()).sum();
  }

  private Path folder() {
    return temporary.resolve("project");
  }
}
