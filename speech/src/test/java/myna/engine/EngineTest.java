package myna.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import myna.jobs.Cancellation;
import myna.onnx.Device;
import myna.onnx.PackException;
import myna.onnx.PackShelf;
import myna.onnx.Packs;
import myna.speech.Knob;
import myna.speech.ReferenceClipTest;
import myna.speech.Speech;
import myna.speech.SpeechOptions;
import myna.text.TextSettings;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The engine on packs of random weights: what they say is noise, how they say it is real. */
class EngineTest {
  private static final PackChoice TINY = new PackChoice("tiny", Device.CPU, 2);
  private static final VoiceSource VOICE =
      VoiceSource.of(List.of(ReferenceClipTest.clip(0.3, 3, 16_000)));

  @TempDir private Path home;
  private final List<Runnable> waiting = new ArrayList<>();
  private Engine engine;

  @BeforeEach
  void open() throws IOException {
    Path models = Files.createDirectories(home.resolve("models"));
    Packs.copy(models.resolve("tiny"));
    Packs.copy24k(models.resolve("wide"));
    engine =
        new Engine(
            new PackShelf(models, home.resolve("imported")), Packs.cpu().natives(), waiting::add);
  }

  @AfterEach
  void close() {
    engine.close();
  }

  @Test
  void aLeaseLoadsNothingUntilSomethingIsSpoken() throws EngineException {
    try (PackLease pack = engine.lease(TINY)) {
      assertThat(pack.format().signal().outputRate()).isEqualTo(16_000);
      assertThat(pack.languages()).containsExactly("en");
      assertThat(pack.frontEnd(TextSettings.DEFAULT).analyze("Hello.").sentences()).hasSize(1);
      assertThat(engine.loaded()).isZero();
      speak(pack, 7);
      assertThat(engine.loaded()).isOne();
    }
  }

  @Test
  void allLeasesShareOneModelAndSayTheSame() throws EngineException {
    try (PackLease one = engine.lease(TINY);
        PackLease other = engine.lease(TINY)) {
      Speech first = speak(one, 7);
      assertThat(speak(other, 7).audio()).isEqualTo(first.audio());
      assertThat(speak(other, 8).audio()).isNotEqualTo(first.audio());
      assertThat(engine.loaded()).isOne();
    }
  }

  @Test
  void severalPacksAreAtWorkAtOnce() throws EngineException {
    try (PackLease tiny = engine.lease(TINY);
        PackLease wide = engine.lease(new PackChoice("wide", Device.CPU, 2))) {
      speak(tiny, 7);
      assertThat(speak(wide, 7).audio().sampleRate()).isEqualTo(24_000);
      assertThat(engine.loaded()).isEqualTo(2);
    }
  }

  @Test
  void aModelThatNobodyUsesIsClosedAndLoadedAgainWhenItIsWanted() throws EngineException {
    try (PackLease pack = engine.lease(TINY)) {
      Speech first = speak(pack, 7);
      idle();
      assertThat(engine.loaded()).isZero();
      assertThat(speak(pack, 7).audio()).isEqualTo(first.audio());
    }
    assertThat(engine.loaded()).as("it stays for who comes next").isOne();
    idle();
    assertThat(engine.loaded()).isZero();
  }

  @Test
  void aModelInUseStays() throws EngineException {
    try (PackLease pack = engine.lease(TINY)) {
      speak(pack, 7);
      pack.stream(SpeechRequest.of("One. Two.", VOICE), sentence -> idle(), Cancellation.NEVER);
      assertThat(engine.loaded()).as("it was used since it was looked at").isOne();
      engine.closeUnused();
      assertThat(engine.loaded()).isZero();
    }
  }

  @Test
  void aPackThatIsNotThereIsTold() {
    assertThatThrownBy(() -> engine.lease(new PackChoice("none", Device.CPU, 1)))
        .isInstanceOfSatisfying(
            EngineException.class,
            e ->
                assertThat(e.failure())
                    .isEqualTo(new EngineException.Failure.Pack(PackException.Reason.MISSING)));
  }

  @Test
  void aTextNamesWhoSpeaks() throws EngineException {
    VoiceSource deep = VoiceSource.of(List.of(ReferenceClipTest.clip(0.2, 2, 16_000)));
    Voices voices = name -> Optional.of("Deep".equals(name) ? deep : VOICE);
    String text = "[voice Deep]Good morning.[/voice]";
    try (PackLease pack = engine.lease(TINY)) {
      Speech named = pack.speak(request(text, voices), Cancellation.NEVER);
      Speech alone = pack.speak(request("Good morning.", Voices.of(deep)), Cancellation.NEVER);
      Speech main = pack.speak(request(text, Voices.of(VOICE)), Cancellation.NEVER);
      assertThat(named.audio()).isEqualTo(alone.audio()).isNotEqualTo(main.audio());
      assertThatThrownBy(
              () -> pack.speak(request(text, name -> Optional.empty()), Cancellation.NEVER))
          .isInstanceOf(EngineException.class)
          .hasMessageContaining("there is no voice called \"Deep\"");
    }
  }

  private static SpeechRequest request(String text, Voices voices) {
    return new SpeechRequest(text, TextSettings.DEFAULT, voices, SpeechOptions.NONE);
  }

  private static Speech speak(PackLease pack, long seed) throws EngineException {
    SpeechOptions options = SpeechOptions.NONE.with(Knob.SEED, seed);
    return pack.speak(SpeechRequest.of("Good morning.", VOICE).with(options), Cancellation.NEVER);
  }

  /** Lets the while pass that an unused model stays. */
  private void idle() {
    List<Runnable> due = List.copyOf(waiting);
    waiting.clear();
    due.forEach(Runnable::run);
  }
}
