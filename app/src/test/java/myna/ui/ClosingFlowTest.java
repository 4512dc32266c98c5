package myna.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import myna.ui.fakes.Sounds;
import myna.ui.shell.Page;
import org.junit.jupiter.api.Test;

/** Closing the window in the middle of something, and two windows on the same data. */
class ClosingFlowTest extends StudioFlow {
  @Test
  void whileRecordingItIsAsked() {
    studio.go(Page.VOICES);
    studio.microphone.hears(Sounds.speech(60, 3));
    studio.microphone.setMillisPerChunk(5);
    studio.press("#add-voice");
    studio.press("#record");
    Headless.await("it records", () -> studio.microphone.secondsHeard() > 0.5);
    studio.requestClose();
    Headless.await("it is asked", () -> studio.isShown(".dialog"));
    assertThat(studio.isOpen()).isTrue();
    studio.press("#confirm");
    Headless.await("the window is gone", () -> !studio.isOpen());
  }

  @Test
  void whileSpeakingTheTextIsKept() {
    studio.addSampleVoices();
    studio.engine.setMillisPerSentence(2000);
    studio.type("#text", "Good morning. How are you?");
    Headless.await("the sentences are there", () -> studio.lineCount() == 2);
    studio.press("#play");
    studio.requestClose();
    Headless.await("the window is gone", () -> !studio.isOpen());
    studio.close();
    studio = TestStudio.open(home);
    Headless.await("the sentences are back", () -> studio.lineCount() == 2);
  }

  @Test
  void whileExportingItIsAskedAndNothingIsLeftBehind() throws IOException {
    studio.addSampleVoices();
    studio.engine.setMillisPerSentence(3000);
    studio.type("#text", "Good morning. How are you?");
    Headless.await("the sentences are there", () -> studio.lineCount() == 2);
    Path folder = Files.createDirectories(home.resolve("out"));
    studio.toSave = folder.resolve("out.flac");
    studio.press("#export");
    studio.press("#export-save");
    studio.requestClose();
    Headless.await("it is asked", () -> studio.isShown(".dialog"));
    studio.press("#confirm");
    Headless.await("the window is gone", () -> !studio.isOpen());
    try (Stream<Path> left = Files.list(folder)) {
      assertThat(left).isEmpty();
    }
  }

  @Test
  void twoWindowsShareOneLibrary() {
    TestStudio other = TestStudio.open(home);
    try {
      studio.addSampleVoices();
      assertThat(other.voices()).isEmpty();
      other.go(Page.VOICES);
      Headless.await("the other window shows them", () -> other.voices().size() == 3);
      studio.go(Page.VOICES);
      assertThat(studio.shell.notices()).isEmpty();
      assertThat(other.shell.notices()).isEmpty();
    } finally {
      other.close();
    }
  }
}
