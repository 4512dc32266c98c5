package myna.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javafx.scene.control.Labeled;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import myna.ui.fakes.Sounds;
import myna.ui.shell.Page;
import myna.voice.Voice;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a user does on the voices page, with mouse and keyboard. */
class VoicesFlowTest extends StudioFlow {
  @BeforeEach
  void toVoices() {
    studio.go(Page.VOICES);
  }

  @Test
  void recordCheckNameConsentSave() {
    studio.microphone.hears(Sounds.speech(9, 3));
    studio.press("#add-voice");
    studio.press("#record");
    Headless.await("the countdown is seen", () -> studio.isShown(".countdown"));
    Headless.await("the clip is checked", () -> studio.isShown(".verdict"));
    studio.type("#voice-name", "Anna");
    assertThat(studio.find("#save-voice", Labeled.class).isDisabled()).isTrue();
    studio.press("#consent-MINE");
    studio.press("#save-voice");
    Headless.await("the voice is there", () -> studio.voices().size() == 1);
    assertThat(studio.voices().getFirst().name()).isEqualTo("Anna");
    assertThat(studio.isShown(".notice.success")).isTrue();
  }

  @Test
  void consentIsSpoken() {
    studio.toOpen = List.of(Path.of("assets/reference/linda.wav"));
    studio.press("#add-voice");
    studio.press("#choose-file");
    Headless.await("the clip is checked", () -> studio.isShown(".verdict"));
    assertThat(studio.find("#consent-sentence", Labeled.class).getText())
        .startsWith("This voice is called Linda, and on ");
    studio.press("#consent-record");
    Headless.await(
        "it is heard",
        () ->
            studio.find("#consent-standing", Labeled.class).getText().equals("Consent was heard."));
    studio.press("#consent-PERMISSION");
    studio.press("#save-voice");
    Headless.await("the voice is shown", () -> studio.isShown("#consent-given"));
    assertThat(studio.find("#consent-given", Labeled.class).getText())
        .contains("Consent was spoken on ");
  }

  @Test
  void aRecordingIsStoppedByHand() {
    studio.microphone.hears(Sounds.speech(60, 3));
    studio.microphone.setMillisPerChunk(2);
    studio.press("#add-voice");
    studio.press("#record");
    Headless.await(
        "it records",
        () ->
            studio.find("#record", Labeled.class).getText().equals("Stop")
                && !studio.isShown(".countdown"));
    Headless.await("four seconds came in", () -> studio.microphone.secondsHeard() > 4);
    studio.press("#record");
    Headless.await("there is a clip", () -> studio.isShown(".clip-card"));
  }

  @Test
  void aFileIsChosenTrimmedAndHeard() {
    studio.toOpen = List.of(Path.of("assets/reference/linda.wav"));
    studio.press("#add-voice");
    studio.press("#choose-file");
    Headless.await("the clip is checked", () -> studio.isShown(".verdict"));
    assertThat(studio.find("#voice-name", TextField.class).getText()).isEqualTo("Linda");
    double before = studio.draftSeconds();
    studio.robot.clickOn("#trim-to");
    for (int i = 0; i < 10; i++) {
      studio.robot.type(KeyCode.LEFT);
    }
    assertThat(before - studio.draftSeconds()).isBetween(0.4, 0.6);
    studio.press("#play-selection");
    Headless.await("it is heard", () -> studio.loudspeaker.secondsPlayed() > 0.5);
  }

  @Test
  void leavingAnUnsavedClipIsAsked() {
    studio.toOpen = List.of(Path.of("assets/reference/linda.wav"));
    studio.press("#add-voice");
    studio.press("#choose-file");
    Headless.await("the clip is there", () -> studio.isShown(".clip-card"));
    studio.press("#leave-draft");
    assertThat(studio.isShown(".dialog")).isTrue();
    studio.robot.type(KeyCode.ESCAPE);
    assertThat(studio.isShown(".clip-card")).isTrue();
    studio.press("#leave-draft");
    studio.press("#confirm");
    Headless.await("the library is shown", () -> !studio.isShown(".clip-card"));
    assertThat(studio.voices()).isEmpty();
  }

  @Test
  void closingWithAnUnsavedClipIsAsked() {
    studio.toOpen = List.of(Path.of("assets/reference/linda.wav"));
    studio.press("#add-voice");
    studio.press("#choose-file");
    Headless.await("the clip is there", () -> studio.isShown(".clip-card"));
    studio.requestClose();
    Headless.await("it is asked", () -> studio.isShown(".dialog"));
    assertThat(studio.isOpen()).isTrue();
    studio.press("#confirm");
    Headless.await("the window is gone", () -> !studio.isOpen());
  }

  @Test
  void exportDeleteImport() {
    studio.addSampleVoices();
    Path file = home.resolve("out.mynavoice");
    studio.toSave = file;
    Voice first = studio.voices().getFirst();
    studio.choose("#voice-menu", "Export …", ".context-menu .menu-item");
    Headless.await("the file is there", () -> Files.exists(file));
    studio.choose("#voice-menu", "Delete …", ".context-menu .menu-item");
    studio.press("#confirm");
    Headless.await("it is gone", () -> studio.voices().size() == 2);
    studio.toOpen = List.of(file);
    studio.press("#import-voice");
    Headless.await("it is back", () -> studio.voices().size() == 3);
    assertThat(studio.voices()).extracting(Voice::name).contains(first.name());
  }

  @Test
  void deletingCanBeCancelled() {
    studio.addSampleVoices();
    studio.choose("#voice-menu", "Delete …", ".context-menu .menu-item");
    studio.robot.type(KeyCode.ESCAPE);
    Headless.await("the panel is gone", () -> !studio.isShown(".dialog"));
    assertThat(studio.voices()).hasSize(3);
  }

  @Test
  void aVoiceIsRenamedAndPreviewed() {
    studio.addSampleVoices();
    studio.type("#rename", "Zoe");
    studio.robot.type(KeyCode.ENTER);
    Headless.await(
        "it is called that",
        () -> studio.voices().stream().anyMatch(voice -> voice.name().equals("Zoe")));
    studio.press("#preview");
    Headless.await("it is heard", () -> studio.loudspeaker.secondsPlayed() > 0.5);
  }

  @Test
  void abrokenVoiceFileIsRefusedInWords() throws IOException {
    Path file = Files.writeString(home.resolve("bad.mynavoice"), "no voice");
    studio.toOpen = List.of(file);
    studio.press("#import-voice");
    Headless.await("it is told", () -> studio.isShown(".notice.error"));
    assertThat(studio.voices()).isEmpty();
  }
}
