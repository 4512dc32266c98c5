package myna.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javafx.scene.control.ListView;
import javafx.scene.control.TextArea;
import myna.faults.Java;
import myna.narration.project.LineEntry;
import myna.ui.fakes.Sounds;
import myna.ui.shell.Page;
import myna.voice.Consent;
import myna.voice.Recording;
import myna.voice.Voice;
import myna.voice.VoiceException;
import myna.voice.VoiceLibrary;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.testfx.util.WaitForAsyncUtils;

/** Books saved as files, and what becomes of files that the program is opened with. */
class FilesFlowTest extends StudioFlow {
  private static final String BOOK = "# One\n\nIt rained.\n\n# Two\n\nThey slept.\n";

  @TempDir Path elsewhere;

  @Test
  void aSavedBookComesBackWithItsSound() {
    studio.addSampleVoices();
    studio.go(Page.NARRATE);
    studio.openBook(elsewhere.resolve("Rain.md"), BOOK);
    studio.press("#narrate");
    Headless.await("it is made", () -> studio.isShown(".notice.success"));
    List<?> made = list("#sentences");
    assertThat(made).isNotEmpty().allMatch(FilesFlowTest::isMade);
    studio.press("#leave-book");
    Path file = save("Rain.mynabook");
    studio.press(".delete-book");
    studio.press("#confirm");
    Headless.await("it is gone", () -> studio.isShown("#add-first-book"));
    studio.toOpen = List.of(file);
    studio.press("#add-first-book");
    Headless.await("it is back", () -> studio.isShown("#sentences"));
    assertThat(list("#sentences")).isEqualTo(made);
    Headless.run(studio.shell.notices()::clear);
    studio.press("#listen-line");
    Headless.await("it is heard", () -> studio.loudspeaker.secondsPlayed() > 0.2);
    assertThat(studio.shell.notices()).isEmpty();
  }

  @Test
  void aSavedBookOpensInAnotherStudio() {
    studio.go(Page.NARRATE);
    studio.openBook(home.resolve("Rain.md"), BOOK);
    studio.press("#leave-book");
    Path file = save("Rain.mynabook");
    studio.close();
    studio = TestStudio.open(elsewhere);
    studio.give(file);
    Headless.await("the book is open", () -> studio.isShown("#chapters"));
    assertThat(studio.shell.pageProperty().get()).isEqualTo(Page.NARRATE);
    assertThat(list("#chapters")).hasSize(2);
    assertThat(studio.shell.notices()).isEmpty();
  }

  @Test
  void voicesAreTakenIntoTheLibrary() throws VoiceException {
    studio.give(voice("Ada"), voice("Eve"));
    Headless.await("the voices are there", () -> studio.voices().size() == 2);
    assertThat(studio.shell.pageProperty().get()).isEqualTo(Page.VOICES);
    assertThat(studio.voices()).extracting(Voice::name).containsExactlyInAnyOrder("Ada", "Eve");
  }

  @Test
  void aBookIsReadAndOpened() throws IOException {
    String page = "<html><body><h1>One</h1><p>It rained.</p></body></html>";
    studio.give(Files.writeString(elsewhere.resolve("Rain.html"), page));
    Headless.await("the book is open", () -> studio.isShown("#chapters"));
    assertThat(studio.shell.pageProperty().get()).isEqualTo(Page.NARRATE);
  }

  @Test
  void aTextIsShownToBeSpoken() throws IOException {
    studio.give(Files.writeString(elsewhere.resolve("note.txt"), "Good morning."));
    Headless.await(
        "the text is there",
        () -> studio.find("#text", TextArea.class).getText().equals("Good morning."));
    assertThat(studio.shell.pageProperty().get()).isEqualTo(Page.SPEAK);
  }

  @ParameterizedTest
  @ValueSource(strings = {"bad.mynavoice", "bad.mynabook", "bad.epub", "bad.wav"})
  void aDamagedFileIsRefusedInWords(String name) throws IOException {
    studio.give(Files.writeString(elsewhere.resolve(name), "nothing of the kind"));
    Headless.await("it is told", () -> studio.isShown(".notice.error"));
    assertThat(studio.voices()).isEmpty();
    assertThat(studio.isShown("#chapters")).isFalse();
    studio.go(Page.NARRATE);
    Headless.await("the shelf is empty", () -> studio.isShown("#add-first-book"));
  }

  @Test
  void theProgramItselfTakesAFileOnItsCommandLine()
      throws IOException, InterruptedException, VoiceException, TimeoutException {
    Path file = voice("Ada");
    VoiceLibrary library = new VoiceLibrary(home.resolve("voices"));
    ProcessBuilder builder =
        Java.command(
            List.of(
                "-Dglass.platform=Headless",
                "-Dprism.order=sw",
                "-Djava.awt.headless=true",
                "-Dmyna.root=" + elsewhere),
            "myna.Main",
            file.getFileName().toString());
    builder.directory(elsewhere.toFile());
    builder.environment().put("MYNA_HOME", home.toString());
    Process program = builder.redirectOutput(elsewhere.resolve("log").toFile()).start();
    try {
      WaitForAsyncUtils.waitFor(
          1, TimeUnit.MINUTES, () -> !program.isAlive() || !library.list().voices().isEmpty());
      assertThat(library.list().voices()).extracting(Voice::name).containsExactly("Ada");
    } finally {
      program.destroyForcibly().waitFor();
    }
  }

  private List<?> list(String query) {
    ListView<?> list = studio.find(query, ListView.class);
    return Headless.in(() -> List.copyOf(list.getItems()));
  }

  private static boolean isMade(Object line) {
    return ((LineEntry) line).take().isPresent();
  }

  /** Saves the only book on the shelf. */
  private Path save(String name) {
    Headless.await("the shelf is shown", () -> studio.isShown(".shelf-row"));
    Headless.run(studio.shell.notices()::clear);
    studio.toSave = elsewhere.resolve(name);
    studio.press(".share-book");
    Headless.await("it is saved", () -> studio.isShown(".notice.success"));
    Headless.run(studio.shell.notices()::clear);
    return studio.toSave;
  }

  private Path voice(String name) throws VoiceException {
    VoiceLibrary library = new VoiceLibrary(elsewhere.resolve("voices"));
    Consent mine = new Consent(Consent.Kind.MINE, LocalDate.of(2025, 3, 1));
    Voice voice =
        library.create(name, mine, List.of(new Recording("clip.wav", Sounds.speech(6, 3))));
    Path file = elsewhere.resolve(name + ".mynavoice");
    library.exportTo(voice, file);
    return file;
  }
}
