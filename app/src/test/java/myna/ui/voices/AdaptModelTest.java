package myna.ui.voices;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import javafx.util.Subscription;
import myna.audio.AudioFiles;
import myna.audio.Signals;
import myna.ui.common.Delay;
import myna.ui.common.Jobs;
import myna.ui.common.Notice;
import myna.ui.engine.StudioEngine;
import myna.ui.fakes.FakeEngine;
import myna.ui.fakes.FakeMicrophone;
import myna.voice.Consent;
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
    FakeMicrophone microphone = new FakeMicrophone();
    microphone.setMillisPerChunk(0);
    StudioEngine engine = new FakeEngine().studio(folder);
    session = new RecordingSession(microphone, jobs, AT_ONCE, notices::add);
    model = new AdaptModel(library, engine, session, jobs, notices::add);
    aloud =
        new ReadAloud(List.of("One.", "A quokka.", "Two."), session, engine, jobs, notices::add);
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
    model.undo(voice);
    assertThat(model.stateProperty().get()).isEqualTo(new AdaptModel.State(false, 1));
    model.learnAgain(voice);
    assertThat(library.adapted(voice)).hasValue(new byte[] {7});
  }

  @Test
  void aFolderThatDoesNotServeChangesNothing() throws Exception {
    Path readings = Files.createDirectory(folder.resolve("read"));
    Files.writeString(readings.resolve("a.txt"), "To be, or not to be.");
    model.learn(voice, readings);
    assertThat(notices).hasSize(1);
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
    List<String> sentences = ReadingTexts.sentences();
    assertThat(sentences).hasSizeBetween(40, 60).doesNotHaveDuplicates();
    assertThat(sentences).allMatch(sentence -> sentence.length() < 110);
    assertThat(model.aloud().count()).isEqualTo(sentences.size());
  }
}
