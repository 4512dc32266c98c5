package myna.ui.narrate;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.collections.FXCollections;
import myna.audio.AudioFiles;
import myna.narration.RuthsVoice;
import myna.narration.book.NarrationException;
import myna.narration.dub.CueReport.Verdict;
import myna.onnx.pack.Packs;
import myna.ui.common.Notice;
import myna.ui.fakes.FakeLoudspeaker;
import myna.ui.fakes.Views;
import myna.ui.sound.Transport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Subtitles on the narrate page become sound. */
class DubModelTest {
  private static final String CUES =
      """
      1
      00:00:00,500 --> 00:00:03,000
      ANNA: Hello.

      2
      00:00:04,000 --> 00:00:04,200
      Somebody has left the door open, and everybody knows about it by now.

      3
      00:00:04,300 --> 00:00:09,000
      ANNA: Then close it.
      """;

  @TempDir private Path folder;
  private final Views views = new Views();
  private final List<Notice> notices = new ArrayList<>();
  private NarrateViewModel page;

  @BeforeEach
  void open() {
    Transport transport =
        new Transport(new FakeLoudspeaker(100), views.jobs(), views.pulse(), notices::add);
    page =
        new NarrateViewModel(
            new NarrateViewModel.Tools(views.jobs(), views.delay(), transport, () -> true),
            new NarrateViewModel.Speakers(
                Packs::tiny,
                new RuthsVoice(),
                FXCollections.observableArrayList(),
                Optional::empty),
            folder.resolve("projects"),
            notices::add);
  }

  @AfterEach
  void close() throws NarrationException {
    page.leave();
    page.close();
    views.close();
  }

  private DubModel subtitles(String text) throws IOException {
    Path file = Files.writeString(folder.resolve("film.srt"), text);
    assertThat(page.receive(List.of(file))).isTrue();
    views.until(() -> page.dubbingProperty().get() != null);
    return page.dubbingProperty().get();
  }

  @Test
  void subtitlesBecomeSoundAndTellWhatDoesNotFit() throws Exception {
    DubModel model = subtitles(CUES);
    assertThat(page.bookProperty().get()).isNull();
    assertThat(model.cues()).hasSize(3);
    assertThat(model.people()).containsExactly("ANNA");
    model.cast(cast -> cast.withNarrator("Ruth"));
    Path output = folder.resolve("film.wav");
    model.make(output);
    assertThat(page.objection()).contains("narrate.objection.dub");
    views.until(() -> !model.busyProperty().get());
    assertThat(notices).extracting(Notice::key).containsExactly("narrate.dub.done");
    DubModel.Made made = model.madeProperty().get().orElseThrow();
    assertThat(made.file()).isEqualTo(output);
    assertThat(made.report().count(Verdict.TOO_LONG)).isEqualTo(1);
    assertThat(made.report().voiceless()).containsOnly(Map.entry("ANNA", 2));
    assertThat(AudioFiles.read(output).seconds()).isGreaterThan(8.5);
    assertThat(page.objection()).isEmpty();
  }

  @Test
  void withoutANarratorNothingIsMade() throws IOException {
    DubModel model = subtitles(CUES);
    model.make(folder.resolve("film.wav"));
    assertThat(model.busyProperty().get()).isFalse();
    assertThat(notices).extracting(Notice::key).containsExactly("narrate.novoice");
  }

  @Test
  void stoppedWorkLeavesNoFile() throws IOException {
    StringBuilder many = new StringBuilder();
    for (int i = 0; i < 200; i++) {
      many.append(
          "%d\n00:%02d:%02d,000 --> 00:%02d:%02d,900\nIt rained.\n\n"
              .formatted(i + 1, i / 60, i % 60, i / 60, i % 60));
    }
    DubModel model = subtitles(many.toString());
    model.cast(cast -> cast.withNarrator("Ruth"));
    model.make(folder.resolve("film.wav"));
    views.until(() -> model.paceProperty().get().share() > 0);
    model.stop();
    views.until(() -> !model.busyProperty().get());
    assertThat(model.madeProperty().get()).isEmpty();
    try (var files = Files.list(folder)) {
      assertThat(files.map(file -> file.getFileName().toString())).containsExactly("film.srt");
    }
  }

  @Test
  void whatIsNoSubtitleIsRefused() throws IOException {
    Path file = Files.writeString(folder.resolve("bad.srt"), "");
    page.add(List.of(file));
    views.until(() -> !notices.isEmpty());
    assertThat(notices.getFirst().key()).startsWith("failure.narration.");
    assertThat(page.dubbingProperty().get()).isNull();
  }
}
