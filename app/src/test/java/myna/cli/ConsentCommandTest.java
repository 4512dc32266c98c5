package myna.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
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
import picocli.CommandLine;

/** Asks for consent and hears the answer of the delivered pack, which passes for the reader. */
class ConsentCommandTest {
  private static final Path PACK = Path.of("models", "en-small").toAbsolutePath();
  private static final Path LINDA = Path.of("assets", "reference", "linda.wav");

  @TempDir private Path folder;
  private StringWriter out;
  private StringWriter err;
  private VoiceLibrary library;

  @BeforeEach
  void addVoice() {
    assertThat(run("add", "Linda", LINDA, "--consent", "permission")).isZero();
    assertThat(out.toString()).contains(", declared\t");
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
    assertThat(out.toString()).contains("permission ", ", spoken ").hasLineCount(1);
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
    assertThat(out.toString()).contains("\"consent\" : false", "\"refusal\" : \"other_words\"");
    assertRefused("there is no file", folder.resolve("absent.wav"));
  }

  @Test
  void nobodyIsHeardWhoWasNotAsked() throws Exception {
    assertRefused("was asked nothing in the last half hour", LINDA);
    assertThat(run("consent", "Nobody")).isEqualTo(1);
    assertThat(err.toString()).contains("there is no voice called").hasLineCount(1);
  }

  private String ask() {
    assertThat(run("consent", "Linda")).isZero();
    String sentence = out.toString().strip();
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
    assertThat(err.toString()).startsWith("myna: ").contains(why).hasLineCount(1);
    assertThat(library.get("Linda")).isEqualTo(before);
  }

  private int run(Object... arguments) {
    out = new StringWriter();
    err = new StringWriter();
    Places places = new Places(Path.of(""), folder.resolve("home"));
    CommandLine line = new CommandLine(new VoiceCommand(places));
    line.setOut(new PrintWriter(out, true));
    line.setErr(new PrintWriter(err, true));
    line.setCaseInsensitiveEnumValuesAllowed(true);
    line.setExecutionExceptionHandler(new Failures());
    return line.execute(Stream.of(arguments).map(Object::toString).toArray(String[]::new));
  }
}
