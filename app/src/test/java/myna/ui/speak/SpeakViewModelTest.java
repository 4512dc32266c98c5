package myna.ui.speak;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import myna.audio.AudioException;
import myna.audio.AudioFiles;
import myna.delivery.Subtitles;
import myna.engine.Pronunciations;
import myna.speech.Quality;
import myna.text.Problem;
import myna.text.Span;
import myna.ui.common.JsonStore;
import myna.ui.common.Notice;
import myna.ui.fakes.FakeEngine;
import myna.ui.fakes.FakeLoudspeaker;
import myna.ui.fakes.Views;
import myna.ui.settings.Settings;
import myna.ui.sound.Transport;
import myna.ui.sound.Transport.State;
import myna.voice.Clip;
import myna.voice.Consent;
import myna.voice.Voice;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SpeakViewModelTest {
  private static final String TEXT = "Good morning. The rain has stopped. Let us go.";
  private static final double SENTENCE_SECONDS = 0.55;
  private static final double PARAGRAPH_SECONDS = 0.9;

  @TempDir Path folder;
  private final Views views = new Views();
  private final FakeEngine engine = new FakeEngine();
  private final FakeLoudspeaker loudspeaker = new FakeLoudspeaker(40);
  private final List<Notice> notices = new ArrayList<>();
  private final Transport transport =
      new Transport(loudspeaker, views.jobs(), views.pulse(), notices::add);
  private final ObservableList<Voice> voices = FXCollections.observableArrayList();
  private SpeakViewModel model;

  @BeforeEach
  void open() {
    model = model();
  }

  @AfterEach
  void close() {
    views.close();
  }

  @Test
  void readsTheTextWhenTypingRests() {
    write(TEXT);
    assertThat(model.lines())
        .extracting(LineModel::text)
        .containsExactly("Good morning.", "The rain has stopped.", "Let us go.");
    assertThat(model.timelineProperty().get().seconds()).isPositive();
  }

  @Test
  void showsWhatCannotBeObeyed() {
    write("Wait [pause soon] here.");
    assertThat(model.problemsProperty().get())
        .extracting(Problem::kind)
        .containsExactly(Problem.Kind.BAD_VALUE);
  }

  @Test
  void speaksEverythingInOrder() {
    speakAll();
    assertThat(engine.spoken()).isEqualTo(3);
    assertThat(model.lines()).allMatch(line -> line.takes().size() == 1);
    assertThat(loudspeaker.secondsPlayed())
        .isBetween(
            model.timelineProperty().get().seconds() - 0.1,
            model.timelineProperty().get().seconds() + 2);
    assertThat(notices).isEmpty();
  }

  @Test
  void soundsBeforeAllIsMade() {
    engine.setMillisPerSentence(300);
    write(TEXT);
    model.togglePlay();
    views.until(() -> loudspeaker.secondsPlayed() > 0.2);
    assertThat(engine.spoken()).isLessThan(3);
    model.stop();
  }

  @Test
  void whatIsThereIsNotMadeAgain() {
    speakAll();
    model.togglePlay();
    untilSilent();
    assertThat(engine.spoken()).isEqualTo(3);
  }

  @Test
  void anEditCostsOnlyTheSentenceItTouches() {
    speakAll();
    write(TEXT.replace("rain", "snow"));
    model.togglePlay();
    untilSilent();
    assertThat(engine.spoken()).isEqualTo(4);
    assertThat(model.lines().get(1).text()).isEqualTo("The snow has stopped.");
  }

  @Test
  void anotherQualityIsAnotherTake() {
    speakAll();
    model.manner().qualityProperty().set(Quality.BEST);
    model.togglePlay();
    untilSilent();
    assertThat(engine.spoken()).isEqualTo(6);
    assertThat(model.lines().getFirst().takes()).hasSize(2);
  }

  @Test
  void aLineIsTakenAgainWithAnotherSeed() {
    speakAll();
    LineModel line = model.lines().get(1);
    model.takeAgain(line);
    untilSilent();
    assertThat(line.takes()).hasSize(2);
    assertThat(line.chosen().number()).isEqualTo(2);
    assertThat(line.takes().get(0).recipe().seed())
        .isNotEqualTo(line.takes().get(1).recipe().seed());
    assertThat(line.takes().get(0).spoken().orElseThrow().audio())
        .isNotEqualTo(line.takes().get(1).spoken().orElseThrow().audio());
  }

  @Test
  void theBetterTakeIsKept() {
    speakAll();
    LineModel line = model.lines().get(1);
    model.takeAgain(line);
    untilSilent();
    model.choose(line, line.takes().getFirst());
    untilSilent();
    model.togglePlay();
    untilSilent();
    assertThat(line.chosen().number()).isEqualTo(1);
    assertThat(engine.spoken()).isEqualTo(4);
  }

  @Test
  void aTakeThatLostItsSamplesIsMadeAgainToTheBit() {
    speakAll();
    LineModel line = model.lines().getFirst();
    var first = line.chosen().spoken().orElseThrow().audio();
    for (int i = 0; i < 6; i++) {
      model.takeAgain(line);
      untilSilent();
    }
    assertThat(line.takes().stream().filter(take -> take.spoken().isPresent()))
        .hasSize(LineModel.MOST_WITH_SAMPLES);
    TakeModel oldest = line.takes().getFirst();
    assertThat(oldest.spoken()).isEmpty();
    model.choose(line, oldest);
    untilSilent();
    assertThat(line.chosen().number()).isEqualTo(1);
    assertThat(line.chosen().spoken().orElseThrow().audio()).isEqualTo(first);
    assertThat(line.takes()).hasSize(7);
  }

  @Test
  void theWordThatIsHeardIsShown() {
    write(TEXT);
    List<Span> seen = new ArrayList<>();
    model
        .currentWordProperty()
        .subscribe(
            word -> {
              if (word != null) {
                seen.add(word);
              }
            });
    FakeLoudspeaker slow = loudspeaker;
    model.togglePlay();
    untilSilent();
    assertThat(slow.opened()).isEqualTo(1);
    assertThat(seen).extracting(span -> span.of(TEXT)).contains("rain", "stopped");
    assertThat(model.currentWordProperty().get()).isNull();
  }

  @Test
  void startsWhereTheUserClicks() {
    speakAll();
    double before = loudspeaker.secondsPlayed();
    double start = model.timelineProperty().get().slots().get(2).start();
    model.playFrom(start + 0.1);
    assertThat(transport.positionProperty().get()).isEqualTo(start + 0.1);
    untilSilent();
    double length = model.lines().get(2).take().orElseThrow().length().seconds();
    assertThat(loudspeaker.secondsPlayed() - before).isBetween(length - 0.2, length + 2);
  }

  @Test
  void startsAtTheCursor() {
    write(TEXT);
    model.playFromText(TEXT.indexOf("Let"));
    untilSilent();
    assertThat(engine.spoken()).isEqualTo(1);
    assertThat(model.lines().get(2).chosen()).isNotNull();
  }

  @Test
  void holdsAndGoesOn() {
    write(TEXT);
    model.togglePlay();
    views.until(() -> loudspeaker.secondsPlayed() > 0.2);
    model.togglePlay();
    assertThat(transport.stateProperty().get()).isEqualTo(State.PAUSED);
    model.togglePlay();
    untilSilent();
    assertThat(engine.spoken()).isEqualTo(3);
  }

  @Test
  void stoppingEndsTheMakingToo() {
    engine.setMillisPerSentence(200);
    write(TEXT);
    model.togglePlay();
    views.until(() -> engine.spoken() == 1);
    model.stop();
    assertThat(model.speaker().makingProperty().get()).isFalse();
    assertThat(model.isOn()).isFalse();
    views.until(() -> model.lines().stream().noneMatch(line -> line.makingProperty().get()));
    assertThat(engine.spoken()).isLessThan(3);
    assertThat(notices).isEmpty();
  }

  @Test
  void withoutAVoiceNothingIsSpoken() {
    write(TEXT);
    model.manner().voiceProperty().set(null);
    model.togglePlay();
    assertThat(notices).containsExactly(Notice.warning("speak.novoice"));
    assertThat(transport.stateProperty().get()).isEqualTo(State.STOPPED);
  }

  @Test
  void anEmptyTextIsTold() {
    write(" \n ");
    model.togglePlay();
    assertThat(notices).containsExactly(Notice.warning("failure.speech.NOTHING_TO_SAY"));
  }

  @Test
  void aDamagedPackIsTold() {
    engine.breakPack();
    write(TEXT);
    model.togglePlay();
    views.until(() -> !notices.isEmpty());
    untilSilent();
    assertThat(notices).containsExactly(Notice.error("failure.pack.DAMAGED"));
    assertThat(model.lines()).noneMatch(line -> line.makingProperty().get());
  }

  @Test
  void aTakeFollowsItsLineThroughTheText() {
    speakAll();
    double before = model.timelineProperty().get().slots().get(2).start();
    write("Good morning. The rain has stopped.\n\nLet us go.");
    LineModel line = model.lines().get(1);
    double longer = model.timelineProperty().get().slots().get(2).start() - before;
    assertThat(longer).isCloseTo(PARAGRAPH_SECONDS - SENTENCE_SECONDS, within(0.001));
    assertThat(line.spoken().orElseThrow().pauseSeconds()).isEqualTo(PARAGRAPH_SECONDS);
    write("Oh! Good morning. The rain has stopped. Let us go.");
    assertThat(line.words()).first().matches(word -> word.source().start() == 18);
    assertThat(line.spoken().orElseThrow().words()).isEqualTo(line.words());
    assertThat(engine.spoken()).isEqualTo(3);
  }

  @Test
  void unclearWordsAreTold() {
    write("The quokka sleeps.");
    model.togglePlay();
    untilSilent();
    LineModel line = model.lines().getFirst();
    assertThat(line.take().orElseThrow().isChecked()).isTrue();
    assertThat(line.words())
        .filteredOn(word -> word.clarity().doubtful())
        .singleElement()
        .matches(word -> word.text().contains("quokka"));
  }

  @Test
  void aWordIsSaidAgainInsideItsTake() {
    write("The quokka sleeps.");
    model.togglePlay();
    untilSilent();
    LineModel line = model.lines().getFirst();
    TakeModel first = line.chosen();
    model.sayAgain(line, line.sentence().words().get(1).source());
    untilSilent();
    assertThat(engine.saidAgain()).isEqualTo(1);
    assertThat(line.takes()).hasSize(2);
    assertThat(line.chosen().recipe().redos()).singleElement().matches(redo -> redo.word() == 1);
    assertThat(line.chosen().recipe().base()).contains(first.recipe());
    assertThat(line.words()).hasSameSizeAs(first.take().orElseThrow().words());
  }

  @Test
  void exportMakesWhatIsMissing() throws AudioException, IOException {
    write(TEXT);
    Path file = folder.resolve("out.wav");
    model.exporter().export(file, List.of(Subtitles.SRT));
    assertThat(model.objection()).isEqualTo(Optional.of("speak.objection.export"));
    views.until(() -> !model.exporter().runningProperty().get());
    assertThat(AudioFiles.read(file).seconds())
        .isBetween(
            model.timelineProperty().get().seconds() - 0.01,
            model.timelineProperty().get().seconds() + 0.01);
    assertThat(Files.readString(folder.resolve("out.srt")))
        .startsWith("1\n00:00:00,100 --> ")
        .contains("\n\n3\n");
    assertThat(notices).containsExactly(Notice.success("speak.exported", "out.wav"));
  }

  @Test
  void aCancelledExportLeavesNothing() {
    engine.setMillisPerSentence(100);
    write(TEXT);
    Path file = folder.resolve("out.wav");
    model.exporter().export(file, List.of());
    model.speaker().stop();
    views.until(() -> !model.exporter().runningProperty().get());
    assertThat(file).doesNotExist();
  }

  @Test
  void theDraftIsThereTheNextTime() throws IOException {
    Path file = folder.resolve("draft.json");
    JsonStore<Settings> settings =
        new JsonStore<>(folder.resolve("settings.json"), Settings.defaults(), views.jobs());
    JsonStore<Draft> drafts = new JsonStore<>(file, Draft.EMPTY, views.jobs());
    DraftKeeper keeper = new DraftKeeper(model, drafts, settings, views.delay());
    write(TEXT);
    model.manner().speedProperty().set(1.2);
    model.manner().qualityProperty().set(Quality.DRAFT);
    keeper.keep();
    drafts.flush();
    SpeakViewModel next = model();
    new DraftKeeper(
        next, new JsonStore<>(file, Draft.EMPTY, views.jobs()), settings, views.delay());
    assertThat(next.textProperty().get()).isEqualTo(TEXT);
    assertThat(next.manner().speedProperty().get()).isEqualTo(1.2);
    assertThat(next.manner().qualityProperty().get()).isEqualTo(Quality.DRAFT);
    assertThat(next.manner().voiceProperty().get()).isEqualTo(voices.getFirst());
  }

  @Test
  void twoHundredTakesLeaveMemoryFlat() {
    write("Good morning to everybody in this large and very quiet house.");
    takeAgain(10);
    long before = used();
    takeAgain(200);
    assertThat(used() - before).isLessThan(12_000_000);
  }

  private void takeAgain(int times) {
    LineModel line = model.lines().getFirst();
    for (int i = 0; i < times; i++) {
      int before = line.takes().size();
      model.takeAgain(line);
      views.until(() -> line.takes().size() > before && !model.speaker().makingProperty().get());
      model.stop();
    }
  }

  private static long used() {
    for (int i = 0; i < 3; i++) {
      System.gc();
    }
    Runtime runtime = Runtime.getRuntime();
    return runtime.totalMemory() - runtime.freeMemory();
  }

  @Test
  void aWordIsSaidOtherwiseHere() {
    write("Nguyen called.");
    Pronouncing fix = model.pronouncing(model.lines().getFirst());
    fix.choiceProperty().set(fix.choices().getFirst());
    fix.saidProperty().set("win");
    views.until(() -> !fix.phonemesProperty().get().isEmpty());
    fix.applyHere();
    views.until(() -> model.isRead());
    assertThat(model.textProperty().get()).isEqualTo("[say Nguyen|W IH1 N] called.");
    assertThat(model.lines().getFirst().sentence().words().getFirst().phonemes())
        .containsExactly("W", "IH1", "N");
  }

  @Test
  void aWordIsSaidOtherwiseEverywhere() throws Exception {
    write("Nguyen called.");
    Pronouncing fix = model.pronouncing(model.lines().getFirst());
    fix.choiceProperty().set(fix.choices().getFirst());
    fix.saidProperty().set("W IH1 N");
    views.until(() -> !fix.phonemesProperty().get().isEmpty());
    fix.applyEverywhere();
    views.until(() -> !notices.isEmpty());
    assertThat(notices).containsExactly(Notice.success("speak.pronounce.kept", "Nguyen"));
    assertThat(Files.readString(folder.resolve("lexicon.tsv")))
        .isEqualTo("Nguyen\tW IH1 N" + System.lineSeparator());
  }

  @Test
  void aDroppedTextReplacesNoOther() throws IOException {
    Path file = Files.writeString(folder.resolve("a.txt"), TEXT);
    assertThat(model.receive(List.of(file))).isTrue();
    views.until(() -> model.textProperty().get().equals(TEXT));
    assertThat(model.receive(List.of(file))).isFalse();
  }

  private SpeakViewModel model() {
    Voice voice =
        new Voice(
            "0123456789abcdef",
            "Anna",
            new Voice.Profile("", "#4c78a8"),
            new Consent(Consent.Kind.MINE, LocalDate.of(2026, 1, 1)),
            List.of(new Clip("clip-001.wav", "anna.wav", 16_000, 80_000, "0".repeat(64))));
    voices.setAll(voice);
    SpeakViewModel fresh =
        new SpeakViewModel(
            new SpeakViewModel.Tools(
                engine.studio(folder), transport, views.jobs(), views.delay(), voices),
            new SpeakViewModel.Helpers(
                new Pronunciations(folder.resolve("lexicon.tsv")),
                new SpeakViewModel.FirstVoice(() -> {}, () -> {}),
                () -> true),
            notices::add);
    fresh.manner().voiceProperty().set(voice);
    return fresh;
  }

  private void write(String text) {
    model.textProperty().set(text);
    views.until(() -> model.isRead());
  }

  private void speakAll() {
    write(TEXT);
    model.togglePlay();
    untilSilent();
  }

  private void untilSilent() {
    views.until(
        () ->
            !model.speaker().makingProperty().get()
                && transport.stateProperty().get() == State.STOPPED);
  }
}
