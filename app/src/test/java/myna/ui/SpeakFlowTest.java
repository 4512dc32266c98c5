package myna.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import javafx.scene.control.TextArea;
import javafx.scene.input.KeyCode;
import myna.ui.shell.Page;
import org.junit.jupiter.api.Test;

/** What a user does on the speak page and with the history, with mouse and keyboard. */
class SpeakFlowTest extends StudioFlow {
  @Test
  void theFirstVoiceIsOneClickAway() {
    assertThat(studio.isShown(".banner")).isTrue();
    Headless.await(
        "the window has the keyboard", () -> studio.root().getScene().getWindow().isFocused());
    studio.press("#sample-voices");
    Headless.await("the voices are there", () -> studio.voices().size() == 3);
    Headless.await("nothing is missing", () -> !studio.isShown(".banner"));
  }

  @Test
  void typeSpeakRetakeExport() {
    studio.addSampleVoices();
    studio.type("#text", "Good morning. How are you?");
    Headless.await("the sentences are there", () -> studio.lineCount() == 2);
    studio.press("#play");
    Headless.await("all is made", () -> studio.engine.spoken() == 2);
    studio.press("#stop");
    studio.press("#take-again");
    Headless.await("there is another take", () -> studio.isShown(".chip"));
    assertThat(studio.engine.spoken()).isEqualTo(3);
    studio.toSave = home.resolve("out.flac");
    studio.press("#export");
    studio.press("#export-subtitles-SRT");
    studio.press("#export-save");
    Headless.await("the file is there", () -> Files.exists(home.resolve("out.flac")));
    Headless.await("so are the subtitles", () -> Files.exists(home.resolve("out.srt")));
  }

  @Test
  void theKeyboardIsEnough() {
    studio.addSampleVoices();
    studio.type("#text", "Good morning. How are you?");
    Headless.await("the sentences are there", () -> studio.lineCount() == 2);
    studio.robot.press(KeyCode.CONTROL, KeyCode.ENTER).release(KeyCode.ENTER, KeyCode.CONTROL);
    Headless.await("it is heard", () -> studio.loudspeaker.secondsPlayed() > 0.3);
    studio.robot.press(KeyCode.CONTROL, KeyCode.PERIOD).release(KeyCode.PERIOD, KeyCode.CONTROL);
    Headless.await("it is silent", () -> !studio.isSounding());
    studio.robot.press(KeyCode.CONTROL, KeyCode.DIGIT2).release(KeyCode.DIGIT2, KeyCode.CONTROL);
    Headless.await("the voices are shown", () -> studio.shell.pageProperty().get() == Page.VOICES);
  }

  @Test
  void theWordThatIsHeardIsMarked() {
    studio.addSampleVoices();
    studio.type("#text", "Good morning. How are you?");
    Headless.await("the sentences are there", () -> studio.lineCount() == 2);
    studio.press("#play");
    Headless.await("a word is marked", () -> studio.isShown(".decoration.word"));
    assertThat(studio.isShown(".decoration.line")).isTrue();
    studio.press("#stop");
    Headless.await("no word is marked", () -> !studio.isShown(".decoration.word"));
  }

  @Test
  void marksAreInsertedAndProblemsShown() {
    studio.addSampleVoices();
    studio.type("#text", "Wait here.");
    studio.choose("#insert", "Pause of one second", ".context-menu .menu-item");
    Headless.await("the mark is shown", () -> studio.isShown(".decoration.mark"));
    Headless.run(
        () ->
            studio
                .find("#text", TextArea.class)
                .setText("Much is written before that. ".repeat(3) + "Wait [pause soon] here."));
    Headless.await("the problem is shown", () -> studio.isShown(".decoration.problem"));
    assertThat(studio.isShown(".problem-bar")).isTrue();
  }

  @Test
  void pauseAndGoOn() {
    studio.addSampleVoices();
    studio.type("#text", "Good morning to everybody in this large and very quiet house.");
    Headless.await("the sentence is there", () -> studio.lineCount() == 1);
    studio.press("#play");
    Headless.await("it is heard", () -> studio.loudspeaker.secondsPlayed() > 0.3);
    studio.press("#play");
    double held = studio.loudspeaker.secondsPlayed();
    Headless.settle();
    assertThat(studio.loudspeaker.secondsPlayed()).isLessThan(held + 0.5);
    studio.press("#play");
    Headless.await("it is over", () -> !studio.isSounding());
  }

  @Test
  void whatWasSpokenIsInTheHistoryAndComesBack() {
    studio.addSampleVoices();
    studio.type("#text", "Good morning.");
    Headless.await("the sentence is there", () -> studio.lineCount() == 1);
    studio.press("#play");
    Headless.await("it is over", () -> studio.engine.spoken() == 1 && !studio.isSounding());
    studio.type("#text", "Something else.");
    studio.go(Page.HISTORY);
    Headless.await("the entry is there", () -> studio.isShown("#open-entry"));
    studio.type("#history-search", "evening");
    assertThat(studio.historyCount()).isZero();
    studio.type("#history-search", "morning");
    assertThat(studio.historyCount()).isEqualTo(1);
    studio.press("#open-entry");
    Headless.await(
        "the text is back",
        () -> studio.find("#text", TextArea.class).getText().equals("Good morning."));
  }

  @Test
  void nothingIsLostOnClosing() {
    studio.addSampleVoices();
    studio.type("#text", "This stays.");
    studio.close();
    studio = TestStudio.open(home);
    assertThat(studio.find("#text", TextArea.class).getText()).isEqualTo("This stays.");
  }

  @Test
  void aMissingLoudspeakerIsToldInWords() {
    studio.loudspeaker.unplug();
    studio.addSampleVoices();
    studio.type("#text", "Good morning.");
    Headless.await("the sentence is there", () -> studio.lineCount() == 1);
    studio.press("#play");
    Headless.await("it is told", () -> studio.isShown(".notice.error"));
  }

  @Test
  void aWordIsPronouncedOtherwise() {
    studio.addSampleVoices();
    studio.type("#text", "Nguyen called.");
    Headless.await("the sentence is there", () -> studio.lineCount() == 1);
    studio.press("#pronounce");
    studio.type("#pronounce-as", "win");
    Headless.await(
        "it can be said",
        () -> !studio.find("#pronounce-here", javafx.scene.Node.class).isDisabled());
    studio.press("#pronounce-here");
    Headless.await(
        "the mark is there",
        () ->
            studio.find("#text", TextArea.class).getText().equals("[say Nguyen|W IH1 N] called."));
  }
}
