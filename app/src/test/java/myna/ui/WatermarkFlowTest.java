package myna.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import javafx.scene.control.Labeled;
import javafx.scene.control.TextArea;
import javafx.scene.input.KeyCode;
import myna.audio.AudioException;
import myna.audio.AudioFiles;
import myna.provenance.Provenance;
import myna.provenance.ProvenanceReader;
import myna.ui.common.Messages;
import myna.ui.shell.Page;
import myna.watermark.WatermarkDetector;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the switch of the watermark does to files, and what the panels say of it. */
class WatermarkFlowTest extends StudioFlow {
  private static final String TEXT =
      "The keeper climbed the stairs every evening and lit the great lamp above the sea. "
          .repeat(6);

  @BeforeEach
  void addVoices() {
    studio.addSampleVoices();
  }

  @Test
  void theNextFileIsMarkedAsTheSwitchSays() throws AudioException, IOException {
    Headless.run(() -> studio.find("#text", TextArea.class).setText(TEXT));
    Headless.await("the sentences are there", () -> studio.lineCount() == 6);
    Path first = export("first.wav", "export.watermark.on");
    press(Page.SPEAK);
    Path plain = export("plain.wav", "export.watermark.off");
    press(Page.SPEAK);
    Path again = export("again.wav", "export.watermark.on");
    assertThat(isMarked(first)).isTrue();
    assertThat(isMarked(plain)).isFalse();
    assertThat(AudioFiles.read(again).samples()).isEqualTo(AudioFiles.read(first).samples());
    assertThat(ProvenanceReader.knowing(home.resolve("signing.pem")).read(first))
        .get()
        .extracting(Provenance::state)
        .isEqualTo(Provenance.State.INTACT);
  }

  @Test
  void theAudiobookSaysItAndTheSwitchIsKept() {
    press(Page.NARRATE);
    studio.openBook(home.resolve("Rain.md"), "# One\n\nIt rained.\n");
    studio.press("#export-book");
    says("#book-watermark", "export.watermark.off");
    studio.robot.type(KeyCode.ESCAPE);
    studio.close();
    studio = TestStudio.open(home);
    studio.press("#export");
    says("#export-watermark", "export.watermark.off");
  }

  /** Presses the switch, and goes to a page. */
  private void press(Page next) {
    studio.go(Page.SETTINGS);
    studio.press("#watermark");
    studio.go(next);
  }

  private Path export(String name, String key) {
    studio.toSave = home.resolve(name);
    studio.press("#export");
    says("#export-watermark", key);
    studio.press("#export-save");
    Headless.await("the file is there", () -> studio.isShown(".notice.success"));
    Headless.run(studio.shell.notices()::clear);
    return studio.toSave;
  }

  private void says(String label, String key) {
    assertThat(Headless.in(() -> studio.find(label, Labeled.class).getText()))
        .isEqualTo(Messages.of(Locale.ENGLISH).get(key));
  }

  private static boolean isMarked(Path file) throws AudioException {
    return WatermarkDetector.detect(AudioFiles.read(file)).isMarked();
  }
}
