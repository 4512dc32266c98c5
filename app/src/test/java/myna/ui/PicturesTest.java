package myna.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javafx.scene.control.Button;
import javafx.scene.control.TextArea;
import myna.ui.shell.Page;
import org.junit.jupiter.api.Test;

/** Takes pictures of every view in both themes, into target/screenshots. */
class PicturesTest extends StudioFlow {
  static final String TEXT =
      """
      The myna bird listens before it speaks. It hears a voice once, and from then on it can say \
      anything in it.

      Dr. Hall paid $25.50 on 3 May 2024. [pause 1s] [slow]Read this slowly,[/slow] and then go on.

      Nobody in the quokka house slept that night.\
      """;

  private static final String BOOK =
      """
      # The Lamp

      The keeper climbed the stairs every evening. “Who is there?” he asked, and nobody answered. \
      He lit the great lamp and sat down beside it.

      Below him the sea was turning over in its sleep.

      # The Storm

      Keeper: Is anybody out there?

      Voice: Only the wind.

      Keeper: Then the wind may come in.

      # The Morning

      In the morning the harbour was full of boats.
      """;

  private static final String SUBTITLES =
      """
      1
      00:00:01,000 --> 00:00:04,000
      KEEPER: Is anybody out there?

      2
      00:00:05,000 --> 00:00:05,300
      The wind answered before he had closed the door, and it did not stop until the morning.

      3
      00:00:05,400 --> 00:00:09,000
      KEEPER: Then the wind may come in.
      """;

  @Test
  void emptyPages() {
    studio.pictures("speak-empty");
    studio.go(Page.VOICES);
    studio.pictures("voices-empty");
    studio.press("#add-voice");
    studio.pictures("voices-record");
  }

  @Test
  void voices() {
    studio.addSampleVoices();
    studio.go(Page.VOICES);
    Headless.await("the clip is drawn", () -> studio.isShown(".small-wave"));
    studio.pictures("voices");
  }

  @Test
  void checkedClip() {
    studio.go(Page.VOICES);
    studio.toOpen = List.of(Path.of("assets/reference/linda.wav"));
    studio.press("#add-voice");
    studio.press("#choose-file");
    Headless.await("the clip is checked", () -> studio.isShown(".verdict"));
    studio.pictures("voices-check");
  }

  @Test
  void speaking() {
    studio.addSampleVoices();
    Headless.run(() -> studio.find("#text", TextArea.class).setText(TEXT));
    Headless.await("the sentences are there", () -> studio.isShown(".line-cell:filled"));
    studio.press("#play");
    Headless.await("a sentence was heard", () -> studio.loudspeaker.secondsPlayed() > 3);
    studio.press("#play");
    studio.pictures("speak");
    studio.press("#manner-tab");
    studio.press("#spectrogram-switch");
    Headless.await("the spectrogram is painted", () -> studio.isPainted(".spectrogram"));
    studio.pictures("speak-manner");
    assertThat(studio.engine.spoken()).isPositive();
  }

  @Test
  void narrating() throws IOException {
    studio.addSampleVoices();
    studio.go(Page.NARRATE);
    Headless.await("the shelf is empty", () -> studio.isShown("#add-first-book"));
    studio.pictures("narrate-empty");
    studio.toOpen = List.of(Files.writeString(home.resolve("The Lighthouse.md"), BOOK));
    studio.press("#add-first-book");
    Headless.await("the book is open", () -> studio.isShown("#chapters"));
    studio.press("#book-details");
    studio.type("#book-author", "A. Keeper");
    studio.press("#details-save");
    studio.press("#narrate");
    Headless.await("it is made", () -> studio.find("#stop-book", Button.class).isDisabled());
    Headless.run(studio.shell.notices()::clear);
    studio.press("#retake-line");
    Headless.await("there is another take", () -> studio.isShown(".chip"));
    Headless.await("it is heard", () -> studio.isSounding());
    studio.pictures("narrate");
    studio.press("#cast-tab");
    studio.pictures("narrate-cast");
    studio.press("#leave-book");
    Headless.await("the shelf is shown", () -> studio.isShown(".shelf-row"));
    studio.pictures("narrate-shelf");
  }

  @Test
  void dubbing() throws IOException {
    studio.addSampleVoices();
    studio.go(Page.NARRATE);
    studio.toOpen = List.of(Files.writeString(home.resolve("film.srt"), SUBTITLES));
    studio.press("#add-first-book");
    Headless.await("the subtitles are open", () -> studio.isShown("#cues"));
    assertThat(studio.isShown("#dub-open")).isFalse();
    studio.choose("#cast-speaker", studio.voices().get(1).name());
    studio.toSave = home.resolve("film.wav");
    studio.press("#dub-make");
    Headless.await("it is made", () -> studio.isShown("#dub-open"));
    Headless.run(studio.shell.notices()::clear);
    studio.pictures("narrate-dub");
    studio.press("#dub-open");
    studio.press("#dub-show");
    assertThat(studio.shown).containsExactly(home.resolve("film.wav"), home);
    studio.press("#leave-dubbing");
    Headless.await("the shelf is shown", () -> studio.isShown("#add-first-book"));
  }

  @Test
  void history() {
    studio.addSampleVoices();
    for (String text : List.of("Good morning, everybody.", TEXT)) {
      int before = studio.engine.spoken();
      Headless.run(() -> studio.find("#text", TextArea.class).setText(text));
      studio.press("#play");
      Headless.await(
          "all is made",
          () -> studio.lineCount() > 0 && studio.engine.spoken() == before + studio.lineCount());
      studio.press("#stop");
    }
    studio.go(Page.HISTORY);
    Headless.await("the history is there", () -> studio.isShown("#open-entry"));
    studio.pictures("history");
  }

  @Test
  void settings() {
    studio.go(Page.SETTINGS);
    studio.pictures("settings");
  }
}
