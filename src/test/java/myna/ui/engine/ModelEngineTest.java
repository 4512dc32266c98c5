package myna.ui.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import myna.audio.AudioFiles;
import myna.jobs.Cancellation;
import myna.onnx.PackException;
import myna.onnx.PackShelf;
import myna.onnx.Packs;
import myna.speech.SpeechSettings;
import myna.speech.SpokenSentence;
import myna.text.Sentence;
import myna.ui.settings.Settings;
import myna.ui.settings.Settings.Device;
import myna.ui.settings.Settings.Engine;
import myna.voice.Consent;
import myna.voice.Recording;
import myna.voice.Voice;
import myna.voice.VoiceLibrary;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The engine on a pack of random weights: what it says is noise, how it says it is real. */
class ModelEngineTest {
  @TempDir Path home;
  private final AtomicReference<Engine> wanted =
      new AtomicReference<>(new Engine(Device.CPU, 2, ""));
  private VoiceLibrary library;
  private Pronunciations pronunciations;
  private ModelEngine engine;
  private Voice voice;

  @BeforeEach
  void open() throws Exception {
    library = new VoiceLibrary(home.resolve("voices"));
    pronunciations = new Pronunciations(home.resolve("lexicon.tsv"));
    Path models = Files.createDirectories(home.resolve("models"));
    Packs.copy(models.resolve("tiny"));
    engine =
        new ModelEngine(
            new PackShelf(models, home.resolve("imported")),
            Path.of("target", "natives"),
            library,
            pronunciations,
            wanted::get);
    voice =
        library.create(
            "Linda",
            new Consent(Consent.Kind.PERMISSION, LocalDate.of(2026, 1, 1)),
            List.of(
                new Recording(
                    "linda.wav", AudioFiles.read(Path.of("assets/reference/linda.wav")))));
  }

  @AfterEach
  void close() {
    engine.close();
  }

  @Test
  void theSameSeedGivesTheSameSamplesAlsoAfterTheModelWasLoadedAnew() throws Exception {
    SpokenSentence first = speak(7);
    wanted.set(new Engine(Device.CPU, 1, ""));
    SpokenSentence second = speak(7);
    assertThat(second.audio()).isEqualTo(first.audio());
    assertThat(speak(8).audio()).isNotEqualTo(first.audio());
    assertThat(first.words()).extracting(word -> word.text()).containsExactly("Good", "morning");
  }

  @Test
  void aPackThatIsNotThereIsTold() {
    wanted.set(new Engine(Device.CPU, 1, "no-such-pack"));
    assertThatThrownBy(engine::format).isInstanceOf(PackException.class);
    wanted.set(new Engine(Device.CPU, 1, "tiny"));
    assertThat(device()).isEqualTo("cpu");
  }

  @Test
  void marksNameOtherVoices() throws Exception {
    library.duplicate(voice, "Twin");
    Sentence sentence = engine.analyze("[voice Twin]Good morning.[/voice]").sentences().getFirst();
    Sentence nobody = engine.analyze("[voice Nobody]Good morning.[/voice]").sentences().getFirst();
    assertThat(speak(sentence, 7).audio()).isEqualTo(speak(nobody, 7).audio());
  }

  @Test
  void theUsersPronunciationsHoldAtOnce() throws Exception {
    assertThat(phonemes("Nguyen")).isNotEqualTo(List.of("W", "IH1", "N"));
    pronunciations.put("Nguyen", "W IH1 N");
    assertThat(phonemes("Nguyen")).isEqualTo(List.of("W", "IH1", "N"));
    pronunciations.put("Nguyen", "=win win");
    assertThat(phonemes("Nguyen")).hasSize(6);
    pronunciations.remove("nguyen");
    assertThat(phonemes("Nguyen")).isNotEqualTo(List.of("W", "IH1", "N"));
  }

  @Test
  void aBrokenLexiconKeepsNobodyFromSpeaking() throws IOException {
    Files.writeString(home.resolve("lexicon.tsv"), "no tab here");
    assertThat(phonemes("morning")).isNotEmpty();
  }

  private List<String> phonemes(String word) {
    return engine.analyze(word).sentences().getFirst().words().stream()
        .flatMap(each -> each.phonemes().stream())
        .toList();
  }

  private String device() {
    try {
      return engine.device();
    } catch (PackException e) {
      throw new AssertionError(e);
    }
  }

  private SpokenSentence speak(long seed) throws Exception {
    return speak(engine.analyze("Good morning.").sentences().getFirst(), seed);
  }

  private SpokenSentence speak(Sentence sentence, long seed) throws Exception {
    SpeechSettings settings = SpeechSettings.of(engine.format()).withSeed(seed);
    return engine.speak(sentence, voice, settings, Cancellation.NEVER);
  }

  @Test
  void settingsNameTheirOwnDefaults() {
    assertThat(Settings.defaults().engine()).isEqualTo(new Engine(Device.AUTO, 0, ""));
  }
}
