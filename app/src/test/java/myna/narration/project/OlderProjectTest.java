package myna.narration.project;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import myna.jobs.Cancellation;
import myna.narration.book.NarrationException;
import myna.narration.book.NarrationException.Reason;
import myna.narration.render.FakeSynthesizer;
import myna.narration.render.RenderControl;
import myna.narration.render.RenderListener;
import myna.narration.render.Renderer;
import myna.narration.render.Shard;
import myna.narration.render.TestBooks;
import myna.script.Take;
import myna.speech.Clarity;
import myna.speech.Spacing;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Projects whose takes did not say what the voice makes of pauses. */
class OlderProjectTest {
  private static final String DESCRIPTION =
      "{\"format\":1,\"sha256\":\"00\",\"samples\":9,\"sampleRate\":16000,\"edge\":0.192,"
          + "\"pauseScale\":0.8,\"loudness\":-20.5,\"words\":[[0,0.5,1],[0.5,1,0]]}";

  @TempDir private Path temporary;
  private Path folder;

  @BeforeEach
  void makeProjectOfVersion1() throws IOException, NarrationException, SQLException {
    folder = temporary.resolve("project");
    try (Project project = TestBooks.project(folder, TestBooks.book(1, "Hello. Good bye."))) {
      render(project);
    }
    try (Connection connection =
            DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("project.db"));
        Statement statement = connection.createStatement()) {
      statement.execute("ALTER TABLE take DROP COLUMN pause_factor");
      statement.execute("PRAGMA user_version = 1");
    }
  }

  private static int render(Project project) throws NarrationException {
    return new Renderer(
            project, new FakeSynthesizer("fake", "ruth"), RenderListener.NONE, new RenderControl())
        .render(Shard.ALL);
  }

  @Test
  void opensWithItsTakesAndTheirPauses() throws NarrationException {
    for (int time = 0; time < 2; time++) {
      try (Project project = Projects.open(folder)) {
        assertThat(render(project)).isZero();
        assertThat(lines(project))
            .isNotEmpty()
            .allSatisfy(
                line ->
                    assertThat(line.take().orElseThrow().take().spacing())
                        .isEqualTo(new Spacing(0.05, 1, 1)));
      }
    }
  }

  private static List<LineEntry> lines(Project project) throws NarrationException {
    return project.lines(project.spokenChapters().getFirst().id());
  }

  @Test
  void aShardSaysWhatIsToBeDone() {
    assertThatExceptionOfType(NarrationException.class)
        .isThrownBy(() -> Projects.openShard(folder, Cancellation.NEVER))
        .withMessageContaining("--shard")
        .matches(failure -> failure.reason() == Reason.UNSUPPORTED);
  }

  @Test
  void descriptionsOfTakesAreRead() {
    Take take = TakeJson.read("k", DESCRIPTION).orElseThrow().take().take();
    assertThat(take.spacing()).isEqualTo(new Spacing(0.192, 0.8, 1));
    assertThat(take.words())
        .containsExactly(
            new Take.WordTime(0, 0.5, new Clarity(Double.NaN, true)),
            new Take.WordTime(0.5, 1, Clarity.UNCHECKED));
  }

  @Test
  void descriptionsOfTodayKeepEverything() throws IOException, NarrationException {
    try (Project project = TestBooks.project(temporary.resolve("new"), TestBooks.book(1, "Hi."))) {
      render(project);
      StoredTake take = lines(project).getFirst().take().orElseThrow();
      assertThat(take.take().spacing().pauseFactor()).isEqualTo(1 / 1.3);
      assertThat(take.take().isChecked()).isTrue();
      assertThat(TakeJson.read(take.key(), TakeJson.write(new TakeJson.Description(take, "00"))))
          .map(TakeJson.Description::take)
          .hasValueSatisfying(
              read -> assertThat(read.take().spacing()).isEqualTo(take.take().spacing()))
          .hasValueSatisfying(
              read -> assertThat(read.take().words()).isEqualTo(take.take().words()));
    }
  }
}
