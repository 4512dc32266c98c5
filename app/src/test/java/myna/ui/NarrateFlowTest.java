package myna.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.control.Labeled;
import javafx.scene.control.ListView;
import javafx.scene.control.TextArea;
import javafx.scene.input.KeyCode;
import myna.ui.shell.Page;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a user does on the narrate page, with mouse and keyboard. */
class NarrateFlowTest extends StudioFlow {
  @BeforeEach
  void toNarrate() {
    studio.addSampleVoices();
    studio.go(Page.NARRATE);
  }

  @Test
  void aBookBecomesAnAudiobook() {
    openBook("# One\n\nIt rained. “Come in,” she said.\n\n# Two\n\nThey slept.\n");
    assertThat(list("#chapters")).hasSize(2);
    studio.press("#narrate");
    Headless.await("the first chapter is made", () -> allMade("#sentences"));
    Headless.await("nothing is being made", () -> isDisabled("#stop-book"));
    studio.press("#listen-line");
    Headless.await("it is heard", () -> studio.loudspeaker.secondsPlayed() > 0.2);
    studio.silence();
    studio.press("#retake-line");
    Headless.await("there is another take", () -> studio.isShown(".chip"));
    Headless.await("nothing is being made", () -> isDisabled("#stop-book"));
    studio.silence();
    studio.toSave = home.resolve("book.flac");
    studio.press("#export-book");
    studio.press("#book-subtitles-SRT");
    studio.press("#book-save");
    Headless.await("the audiobook is there", () -> Files.exists(home.resolve("book.flac")));
    Headless.await("so are the subtitles", () -> Files.exists(home.resolve("book.srt")));
    Headless.await("it is told", () -> studio.isShown(".notice.success"));
  }

  @Test
  void chaptersAreRenamedLeftOutAndJoined() {
    openBook("# One\n\nIt rained.\n\n# Two\n\nThey slept.\n\n# Three\n\nThe end.\n");
    studio.press("#rename-chapter");
    studio.type("#name", "The Rain");
    studio.press("#name-save");
    Headless.await("it is renamed", () -> list("#chapters").getFirst().contains("The Rain"));
    studio.press("#chapters");
    studio.robot.type(KeyCode.HOME);
    studio.robot.type(KeyCode.DOWN);
    studio.robot.type(KeyCode.SPACE);
    Headless.await("it is left out", () -> list("#chapters").get(1).contains("included=false"));
    studio.press("#merge-chapter");
    Headless.await("they are joined", () -> list("#chapters").size() == 2);
  }

  @Test
  void aParagraphIsChanged() {
    openBook("# One\n\nIt rained. It poured.\n");
    Headless.run(() -> sentences().getSelectionModel().select(1));
    studio.press("#edit-text");
    Headless.await("the paragraph is shown", () -> studio.isShown("#paragraph"));
    Headless.run(() -> studio.find("#paragraph", TextArea.class).setText("It snowed."));
    studio.press("#paragraph-save");
    Headless.await(
        "the sentence is another", () -> list("#sentences").toString().contains("It snowed."));
    assertThat(list("#sentences").toString()).doesNotContain("poured");
  }

  @Test
  void theCastIsChosen() {
    openBook("# One\n\n“Come in,” she said.\n");
    studio.press("#cast-tab");
    String other = studio.voices().get(1).name();
    studio.choose("#cast-quotations", other);
    studio.press("#leave-book");
    Headless.await("the shelf is shown", () -> studio.isShown(".shelf-row"));
    studio.press(".open-book");
    Headless.await("the book is open", () -> studio.isShown("#cast-tab"));
    studio.press("#cast-tab");
    Headless.await(
        "the choice was kept",
        () ->
            other.equals(
                studio.find("#cast-quotations", javafx.scene.control.ComboBox.class).getValue()));
  }

  @Test
  void deletingABookIsAskedAndDone() throws IOException {
    openBook("# One\n\nIt rained.\n");
    studio.press("#leave-book");
    Headless.await("the shelf is shown", () -> studio.isShown(".shelf-row"));
    studio.press(".delete-book");
    studio.robot.type(KeyCode.ESCAPE);
    assertThat(studio.isShown(".shelf-row")).isTrue();
    studio.press(".delete-book");
    studio.press("#confirm");
    Headless.await("it is gone", () -> !studio.isShown(".shelf-row"));
    try (var left = Files.list(home.resolve("projects"))) {
      assertThat(left).isEmpty();
    }
  }

  @Test
  void aDroppedFileThatIsNoBookIsRefusedInWords() throws IOException {
    Path file = Files.write(home.resolve("bad.epub"), new byte[] {1, 2, 3});
    studio.toOpen = List.of(file);
    studio.press("#add-book");
    Headless.await("it is told", () -> studio.isShown(".notice.error"));
    assertThat(studio.isShown("#chapters")).isFalse();
  }

  @Test
  void closingWhileItNarratesIsAskedAndResumed() {
    openBook("# One\n\n" + "It rained all day. ".repeat(60) + "\n");
    studio.press("#narrate");
    Headless.await("a sentence is made", () -> anyMade());
    studio.requestClose();
    Headless.await("it is asked, or done", () -> !studio.isOpen() || studio.isShown("#confirm"));
    if (studio.isOpen()) {
      studio.press("#confirm");
    }
    studio.close();
    studio = TestStudio.open(home);
    studio.go(Page.NARRATE);
    Headless.await("the book is on the shelf", () -> studio.isShown(".shelf-row"));
    studio.press(".open-book");
    Headless.await("what was made is there", () -> studio.isShown("#sentences") && anyMade());
  }

  private void openBook(String text) {
    studio.openBook(home.resolve("Rain.md"), text);
  }

  private ListView<?> sentences() {
    return studio.find("#sentences", ListView.class);
  }

  private List<String> list(String query) {
    List<String> texts = new ArrayList<>();
    for (Object item : studio.find(query, ListView.class).getItems()) {
      texts.add(item.toString());
    }
    return texts;
  }

  private boolean allMade(String query) {
    return list(query).stream().allMatch(line -> line.contains("take=Optional["));
  }

  private boolean anyMade() {
    return list("#sentences").stream().anyMatch(line -> line.contains("take=Optional["));
  }

  private boolean isDisabled(String query) {
    return studio.find(query, Labeled.class).isDisabled();
  }
}
