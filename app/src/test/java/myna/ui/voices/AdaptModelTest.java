package myna.ui.voices;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import javafx.util.Subscription;
import myna.audio.AudioFiles;
import myna.audio.Levels;
import myna.audio.Signals;
import myna.engine.Adapted;
import myna.speech.SpeakingTime;
import myna.speech.listen.Ear;
import myna.text.TextSettings;
import myna.text.en.EnglishFrontEnd;
import myna.ui.common.Delay;
import myna.ui.common.Jobs;
import myna.ui.common.Notice;
import myna.ui.engine.StudioEngine;
import myna.ui.fakes.FakeEngine;
import myna.ui.fakes.FakeMicrophone;
import myna.voice.Consent;
import myna.voice.Finding;
import myna.voice.Reading;
import myna.voice.Recording;
import myna.voice.Voice;
import myna.voice.VoiceLibrary;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AdaptModelTest {
  private static final Delay AT_ONCE =
      (seconds, action) -> {
        action.run();
        return Subscription.EMPTY;
      };

  @TempDir private Path folder;
  private final List<Notice> notices = new ArrayList<>();
  private VoiceLibrary library;
  private FakeMicrophone microphone;
  private RecordingSession session;
  private ReadAloud aloud;
  private AdaptModel model;
  private Voice voice;

  @BeforeEach
  void showVoice() throws Exception {
    library = new VoiceLibrary(folder.resolve("voices"));
    Consent consent = new Consent(Consent.Kind.MINE, LocalDate.of(2026, 2, 3));
    Recording clip = new Recording("clip.wav", Signals.speech(1, 120, 4, 16000));
    voice = library.create("Ada", consent, List.of(clip));
    Jobs jobs = Jobs.sameThread();
    microphone = new FakeMicrophone();
    microphone.setMillisPerChunk(0);
    StudioEngine engine = new FakeEngine().studio(folder);
    session = new RecordingSession(microphone, jobs, AT_ONCE, notices::add);
    model = new AdaptModel(library, engine, session, jobs, notices::add);
    aloud =
        new ReadAloud(
            List.of(List.of("One.", "A quokka.", "Two.")), session, engine, jobs, notices::add);
    model.show(voice);
  }

  @Test
  void learnsFromAFolderAndGoesBack() throws Exception {
    assertThat(model.stateProperty().get()).isEqualTo(new AdaptModel.State(false, 0));
    Path readings = Files.createDirectory(folder.resolve("read"));
    AudioFiles.write(readings.resolve("a.wav"), Signals.speech(2, 120, 3, 16000));
    Files.writeString(readings.resolve("a.txt"), "To be, or not to be.");
    model.learn(voice, readings);
    assertThat(model.stateProperty().get()).isEqualTo(new AdaptModel.State(true, 1));
    assertThat(model.jobProperty().get()).isNull();
    assertThat(notices).containsExactly(Notice.success("voices.adapt.done", "Ada", 60.0, 90.0));
    Adapted learned = model.learnedProperty().get().orElseThrow();
    assertThat(learned.before().spoken()).isNotEqualTo(learned.after().spoken());
    model.undo(voice);
    assertThat(model.stateProperty().get()).isEqualTo(new AdaptModel.State(false, 1));
    assertThat(model.learnedProperty().get()).isEmpty();
    model.learnAgain(voice);
    assertThat(library.adapted(voice)).hasValue(new byte[] {7});
  }

  @Test
  void aFolderThatDoesNotServeChangesNothing() throws Exception {
    Path readings = Files.createDirectory(folder.resolve("read"));
    Files.writeString(readings.resolve("a.txt"), "To be, or not to be.");
    model.learn(voice, readings);
    String missing = readings.resolve("a") + ".wav beside a.txt";
    assertThat(notices).containsExactly(Notice.error("failure.nofile", missing));
    assertThat(model.stateProperty().get()).isEqualTo(new AdaptModel.State(false, 0));
  }

  @Test
  void asksAgainForWhatWasNotHeard() {
    aloud.toggle();
    assertThat(aloud.sentence()).isEqualTo("A quokka.");
    aloud.toggle();
    assertThat(aloud.sentence()).isEqualTo("A quokka.");
    assertThat(notices).containsExactly(Notice.warning("voices.read.again"));
    aloud.skip();
    aloud.toggle();
    assertThat(aloud.readings()).extracting(Reading::text).containsExactly("One.", "Two.");
    assertThat(aloud.seconds()).isPositive();
    aloud.clear();
    assertThat(aloud.readings()).isEmpty();
    assertThat(aloud.sentence()).isEqualTo("One.");
  }

  @Test
  void thereIsEnoughToRead() {
    List<List<String>> pages = ReadingTexts.pages();
    assertThat(pages).hasSize(3).allMatch(page -> page.size() == pages.getFirst().size());
    List<String> sentences = pages.stream().flatMap(List::stream).toList();
    assertThat(sentences).doesNotHaveDuplicates().allMatch(sentence -> sentence.length() < 110);
    assertThat(pages).allSatisfy(page -> assertThat(seconds(page)).isBetween(90.0, 150.0));
    assertThat(model.aloud().place()).isEqualTo(new ReadAloud.Place(1, 3, 1, 27));
  }

  /** How long a page takes to read, at a usual pace. */
  private static double seconds(List<String> page) {
    EnglishFrontEnd frontEnd = new EnglishFrontEnd(TextSettings.DEFAULT);
    return page.stream()
        .flatMap(frontEnd::sentences)
        .mapToDouble(
            sentence ->
                SpeakingTime.of(
                    1, sentence.words().stream().mapToInt(w -> w.phonemes().size()).sum()))
        .sum();
  }

  /** Every phoneme of English is on every page. */
  @Test
  void everyPageHasAllSounds() {
    EnglishFrontEnd frontEnd = new EnglishFrontEnd(TextSettings.DEFAULT);
    for (List<String> page : ReadingTexts.pages()) {
      assertThat(
              page.stream()
                  .flatMap(frontEnd::sentences)
                  .flatMap(sentence -> sentence.words().stream())
                  .flatMap(word -> word.phonemes().stream())
                  .map(Ear::bare)
                  .distinct())
          .hasSize(39);
    }
  }

  @Test
  void saysAtOnceWhatSpoilsAReading() {
    microphone.hears(Levels.amplify(Signals.speech(1, 120, 4, 16000), 20));
    aloud.toggle();
    assertThat(aloud.findingProperty().get())
        .get()
        .extracting(Finding::aspect)
        .isEqualTo(Finding.Aspect.CLIPPING);
    aloud.clear();
    assertThat(aloud.findingProperty().get()).isEmpty();
  }
}
