package myna.ui.narrate;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import myna.delivery.Loudness;
import myna.delivery.Sound;
import myna.narration.RuthsVoice;
import myna.narration.book.NarrationException;
import myna.narration.export.ExportSettings;
import myna.narration.project.Project;
import myna.narration.project.Projects;
import myna.onnx.pack.Packs;
import myna.ui.common.Notice;
import myna.ui.fakes.FakeLoudspeaker;
import myna.ui.fakes.Views;
import myna.ui.sound.Transport;
import myna.voice.Voice;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NarrateViewModelTest {
  @TempDir private Path folder;
  private final Views views = new Views();
  private final List<Notice> notices = new ArrayList<>();
  private final ObservableList<Voice> voices = FXCollections.observableArrayList();
  private final FakeLoudspeaker loudspeaker = new FakeLoudspeaker(100);
  private NarrateViewModel model;

  @BeforeEach
  void open() {
    model = create();
  }

  @AfterEach
  void close() throws NarrationException {
    model.leave();
    model.close();
    views.close();
  }

  private NarrateViewModel create() {
    Transport transport = new Transport(loudspeaker, views.jobs(), views.pulse(), notices::add);
    return new NarrateViewModel(
        new NarrateViewModel.Tools(views.jobs(), views.delay(), transport, () -> true),
        new NarrateViewModel.Speakers(Packs::tiny, new RuthsVoice(), voices, Optional::empty),
        folder.resolve("projects"),
        notices::add);
  }

  private BookModel openBook(String text) throws IOException {
    Path file = Files.writeString(folder.resolve("Rain.md"), text);
    model.add(List.of(file));
    views.until(() -> model.bookProperty().get() != null && !model.busyProperty().get());
    BookModel book = model.bookProperty().get();
    book.settings(
        settings -> settings.withCast(settings.cast().withNarrator("Ruth")).withSpeech("steps=1"));
    views.until(() -> narrator(book).equals("Ruth"));
    return book;
  }

  private static String narrator(BookModel book) {
    return book.snapshot().cast().settings().cast().narrator();
  }

  private void narrate(BookModel book) {
    book.narrate();
    views.until(
        () ->
            book.work().state() == BookWork.State.IDLE
                && book.snapshot().estimate().openSeconds() == 0);
  }

  @Test
  void aBookIsPutOnTheShelfWithItsChapters() throws IOException {
    BookModel book = openBook("# One\n\nIt rained. It poured.\n\n# Two\n\nThey slept.\n");
    assertThat(book.chapters()).extracting("title").containsExactly("One", "Two");
    assertThat(book.lines()).isNotEmpty();
    views.until(() -> model.books().size() == 1);
    assertThat(model.books().getFirst().work().finished()).isZero();
  }

  @Test
  void withoutANarratorNothingIsMade() throws IOException {
    Path file = Files.writeString(folder.resolve("Rain.md"), "It rained.\n");
    model.add(List.of(file));
    views.until(() -> model.bookProperty().get() != null);
    model.bookProperty().get().narrate();
    assertThat(notices).extracting(Notice::key).containsExactly("narrate.novoice");
    assertThat(model.bookProperty().get().work().state()).isEqualTo(BookWork.State.IDLE);
  }

  @Test
  void whatIsToldToBeMadeIsShownAlready() throws IOException {
    BookModel book = openBook("# One\n\nIt rained. It poured.\n");
    book.narrate();
    views.until(() -> notices.stream().anyMatch(n -> n.key().equals("narrate.done")));
    assertThat(book.lines()).allMatch(line -> line.take().isPresent());
    assertThat(book.work().progressProperty().get()).isPresent();
  }

  @Test
  void aRetakeIsMadeAndHeardAndTheFirstComesBack() throws IOException {
    BookModel book = openBook("# One\n\nIt rained.\n");
    narrate(book);
    long line = book.lines().getFirst().id();
    String first = book.lines().getFirst().take().orElseThrow().key();
    book.retake(book.lines().getFirst());
    views.until(() -> loudspeaker.secondsPlayed() > 0);
    assertThat(book.lines().getFirst().choice().retakes()).isEqualTo(1);
    assertThat(book.lines().getFirst().take().orElseThrow().key()).isNotEqualTo(first);
    views.until(() -> book.work().state() == BookWork.State.IDLE);
    book.choose(book.lines().getFirst(), 0);
    views.until(
        () -> book.lines().getFirst().take().map(take -> take.key().equals(first)).orElse(false));
    assertThat(book.lines().getFirst().id()).isEqualTo(line);
  }

  @Test
  void anEditKeepsTheSoundOfOtherSentences() throws IOException {
    BookModel book = openBook("# One\n\nIt rained.\n\nIt poured.\n");
    narrate(book);
    var last = book.lines().getLast();
    book.edit(editor -> editor.setText(last.place().block(), "It snowed."));
    views.until(() -> book.lines().getLast().line().text().equals("It snowed."));
    assertThat(book.lines().getLast().take()).isEmpty();
    assertThat(book.lines().getFirst().take()).isPresent();
  }

  @Test
  void anEditThatCannotBeIsTold() throws IOException {
    BookModel book = openBook("# One\n\nIt rained.\n");
    long chapter = book.chapters().getFirst().id();
    book.edit(editor -> editor.mergeWithPrevious(chapter));
    views.until(() -> !notices.isEmpty());
    assertThat(notices).extracting(Notice::key).containsExactly("failure.narration.BAD_EDIT");
  }

  @Test
  void aVoiceThatIsGoneIsTold() throws IOException {
    BookModel book = openBook("# One\n\nIt rained.\n");
    book.cast(cast -> cast.withNarrator("Nobody"));
    views.until(() -> narrator(book).equals("Nobody"));
    book.narrate();
    views.until(() -> !notices.isEmpty());
    assertThat(notices).extracting(Notice::key).containsExactly("failure.narration.BAD_CAST");
    assertThat(book.work().state()).isEqualTo(BookWork.State.IDLE);
  }

  @Test
  void pausingHoldsAndGoingOnFinishes() throws IOException {
    BookModel book = openBook("# One\n\n" + "It rained all day long. ".repeat(8) + "The end.\n");
    book.narrate();
    assertThat(book.work().state()).isEqualTo(BookWork.State.RENDERING);
    book.work().togglePause();
    assertThat(book.work().state()).isEqualTo(BookWork.State.PAUSED);
    assertThat(model.objection()).contains("narrate.objection.render");
    book.work().togglePause();
    views.until(() -> book.work().state() == BookWork.State.IDLE);
    views.until(() -> book.snapshot().estimate().openSeconds() == 0);
    assertThat(model.objection()).isEmpty();
  }

  @Test
  void stoppingKeepsWhatIsMade() throws IOException {
    BookModel book = openBook("# One\n\nIt rained. They slept. The end came. All left.\n");
    book.narrate();
    views.until(() -> book.work().progressProperty().get().isPresent());
    book.work().stop();
    views.until(() -> book.work().state() == BookWork.State.IDLE);
    int finished = book.snapshot().estimate().finished();
    model.leaveBook();
    views.until(
        () -> !model.books().isEmpty() && model.books().getFirst().work().finished() >= finished);
  }

  @Test
  void anAudiobookIsWrittenAndTold() throws IOException {
    BookModel book = openBook("# One\n\nIt rained.\n");
    Path file = folder.resolve("rain.flac");
    book.export(
        new ExportSettings(
            file,
            false,
            new Sound(Loudness.NONE, 0, 0, true),
            Set.of(),
            ExportSettings.Credits.of("Ruth")));
    views.until(() -> notices.stream().anyMatch(n -> n.key().equals("narrate.exported")));
    assertThat(file).exists();
  }

  @Test
  void aPageReadsTheFinishedBookAlong() throws IOException {
    BookModel book = openBook("# One\n\nIt rained.\n");
    List<Path> shown = new ArrayList<>();
    ExportSettings settings = ExportSettings.of(folder.resolve("rain.flac"), "Ruth");
    book.exportReadAlong(settings, shown::add);
    views.until(() -> !shown.isEmpty());
    assertThat(shown).containsExactly(folder.resolve("rain.html"));
    assertThat(shown.getFirst()).content().contains("rain.flac", "rained");
    book.exportReadAlong(settings, page -> false);
    views.until(() -> notices.stream().anyMatch(n -> n.key().equals("narrate.page")));
  }

  @Test
  void twoBooksAreMadeOneAfterTheOther() throws IOException {
    BookModel first = openBook("# One\n\nIt rained. They slept. The end came. All left.\n");
    first.narrate();
    BookModel second = openBook("# Two\n\nIt snowed.\n");
    second.narrate();
    assertThat(first.work().state().isBusy() || second.work().state().isBusy()).isTrue();
    views.until(() -> second.work().state() == BookWork.State.IDLE);
    assertThat(first.work().state()).isEqualTo(BookWork.State.IDLE);
  }

  @Test
  void aBookThatAnotherWindowHasIsShownAsSuch() throws IOException, NarrationException {
    openBook("# One\n\nIt rained.\n");
    model.leaveBook();
    views.until(() -> !model.books().isEmpty());
    Path place = model.books().getFirst().folder();
    AtomicReference<Optional<Project>> opened = new AtomicReference<>(Optional.empty());
    views.until(
        () -> {
          opened.set(tryOpen(place)); // the shelf may be looking at it just now
          return opened.get().isPresent();
        });
    try (Project elsewhere = opened.get().orElseThrow()) {
      assertThat(elsewhere.chapters()).isNotEmpty();
      model.refresh();
      views.until(() -> model.books().getFirst().condition() == Shelf.Condition.IN_USE);
      model.open(model.books().getFirst());
      views.until(() -> !notices.isEmpty());
    }
    assertThat(notices).extracting(Notice::key).containsExactly("failure.narration.LOCKED");
  }

  private static Optional<Project> tryOpen(Path place) {
    try {
      return Optional.of(Projects.open(place));
    } catch (NarrationException e) {
      return Optional.empty();
    }
  }

  @Test
  void whatWasChangedJustBeforeLeavingIsKept() throws IOException {
    BookModel book = openBook("# One\n\nIt rained.\n");
    for (int year = 1; year <= 20; year++) {
      String speech = "steps=" + year;
      book.settings(settings -> settings.withSpeech(speech));
    }
    model.leaveBook();
    views.until(() -> model.books().size() == 1);
    model.open(model.books().getFirst());
    views.until(() -> model.bookProperty().get() != null);
    assertThat(model.bookProperty().get().snapshot().cast().settings().speech())
        .isEqualTo("steps=20");
    assertThat(notices).isEmpty();
  }

  @Test
  void aBookMayBeSavedAsSoonAsItIsLeft() throws IOException {
    openBook("# One\n\nIt rained.\n");
    views.until(() -> !model.books().isEmpty());
    model.leaveBook();
    model.share(model.books().getFirst(), folder.resolve("Rain.mynabook"));
    views.until(() -> !notices.isEmpty());
    assertThat(notices).containsExactly(Notice.success("narrate.shared", "One", "Rain.mynabook"));
  }

  @Test
  void aBookThatIsBeingMadeIsNeitherSavedNorDeleted() throws IOException {
    BookModel book = openBook("# One\n\n" + "It rained all day long. ".repeat(8) + "The end.\n");
    book.narrate();
    views.until(() -> !model.books().isEmpty());
    model.leaveBook();
    Path file = folder.resolve("Rain.mynabook");
    model.share(model.books().getFirst(), file);
    model.delete(model.books().getFirst());
    assertThat(notices)
        .containsExactly(Notice.warning("narrate.busy"), Notice.warning("narrate.busy"));
    assertThat(file).doesNotExist();
    views.until(() -> book.work().state() == BookWork.State.IDLE);
    model.share(model.books().getFirst(), file);
    views.until(() -> Files.exists(file));
  }

  @Test
  void deletingTakesEverything() throws IOException {
    BookModel book = openBook("# One\n\nIt rained.\n");
    narrate(book);
    views.until(() -> !model.books().isEmpty());
    Path place = book.folder();
    model.leaveBook();
    model.delete(model.books().getFirst());
    views.until(() -> notices.stream().anyMatch(n -> n.key().equals("narrate.deleted")));
    assertThat(place).doesNotExist();
  }

  @Test
  void onlyBooksAreTaken() {
    assertThat(model.receive(List.of(folder.resolve("voice.wav")))).isFalse();
    assertThat(model.receive(List.of())).isFalse();
  }
}
