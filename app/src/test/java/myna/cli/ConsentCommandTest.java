package myna.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import myna.audio.Audio;
import myna.audio.AudioFiles;
import myna.engine.PackLease;
import myna.engine.SpeechRequest;
import myna.engine.VoiceSource;
import myna.jobs.Cancellation;
import myna.onnx.pack.Packs;
import myna.voice.Voice;
import myna.voice.VoiceLibrary;
import myna.watermark.Watermarker;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Asks for consent and hears the answer of the delivered pack, which passes for the reader. */
class ConsentCommandTest {
  private static final Path PACK = Path.of("models", "en-small").toAbsolutePath();
  private static final Path LINDA = Path.of("assets", "reference", "linda.wav");

  @TempDir private Path folder;
  private VoiceCommands voices;
  private VoiceLibrary library;

  @BeforeEach
  void addVoice() {
    voices = new VoiceCommands(Path.of(""), folder.resolve("home"));
    assertThat(run("add", "Linda", LINDA, "--consent", "permission")).isZero();
    assertThat(voices.out()).contains(", declared\t");
    library = new VoiceLibrary(new Places(Path.of(""), folder.resolve("home")).voices());
  }

  @Test
  void keepsWhatItHears() throws Exception {
    assumeTrue(Files.exists(PACK));
    Audio said = spoken(ask());
    Path recording = folder.resolve("said.wav");
    AudioFiles.write(recording, Watermarker.embed(said));
    assertRefused("carries the watermark of synthetic speech", recording);
    AudioFiles.write(recording, said);
    assertThat(run("consent", "Linda", recording, "--pack", PACK)).isZero();
    assertThat(voices.out()).contains("permission ", ", spoken ").hasLineCount(1);
    assertThat(library.get("Linda").consent().spoken()).isPresent();
    assertRefused("was asked nothing in the last half hour", recording);
  }

  @Test
  void aRecordingOfBeforeIsRefused() throws Exception {
    assumeTrue(Files.exists(PACK));
    Audio before = spoken(ask());
    ask();
    Path recording = folder.resolve("before.wav");
    AudioFiles.write(recording, before);
    assertRefused("the sentence was not heard in the recording", recording);
    assertThat(run("consent", "Linda", recording, "--json", "--pack", PACK)).isEqualTo(1);
    assertThat(voices.out()).contains("\"consent\" : false", "\"refusal\" : \"other_words\"");
    assertRefused("there is no file", folder.resolve("absent.wav"));
  }

  @Test
  void nobodyIsHeardWhoWasNotAsked() throws Exception {
    assertRefused("was asked nothing in the last half hour", LINDA);
    assertThat(run("consent", "Nobody")).isEqualTo(1);
    assertThat(voices.err()).contains("there is no voice called").hasLineCount(1);
  }

  private String ask() {
    assertThat(run("consent", "Linda")).isZero();
    String sentence = voices.out().strip();
    assertThat(sentence).startsWith("This voice is called Linda, and on ").hasLineCount(1);
    return sentence;
  }

  private static Audio spoken(String text) throws Exception {
    try (PackLease pack = Packs.lease(PACK)) {
      VoiceSource linda = VoiceSource.of(List.of(AudioFiles.read(LINDA)));
      return pack.speak(SpeechRequest.of(text, linda), Cancellation.NEVER).audio();
    }
  }

  private void assertRefused(String why, Path recording) throws Exception {
    Voice before = library.get("Linda");
    assertThat(run("consent", "Linda", recording, "--pack", PACK)).isEqualTo(1);
    assertThat(voices.err()).startsWith("myna: ").contains(why).hasLineCount(1);
    assertThat(library.get("Linda")).isEqualTo(before);
  }

  private int run(Object... arguments) {
    return voices.run(arguments);
  }
}
