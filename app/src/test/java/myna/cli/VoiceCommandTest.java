package myna.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import myna.audio.AudioFiles;
import myna.audio.Signals;
import myna.watermark.SyntheticNote;
import myna.watermark.Watermarker;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class VoiceCommandTest {
  @TempDir private Path folder;
  private VoiceCommands voices;
  private Path clip;

  @BeforeEach
  void writeClip() throws Exception {
    voices = new VoiceCommands(folder, folder.resolve("home"));
    clip = folder.resolve("clip.wav");
    AudioFiles.write(clip, Signals.speech(1, 120, 6, 16000));
  }

  @Test
  void keepsAVoiceFromAddToRemove() {
    assertThat(run("add", "Ada Lovelace", clip, clip, "--consent", "mine")).isZero();
    assertThat(voices.out()).startsWith("Ada Lovelace\t2 clips\t12.0 s\tmine ").hasLineCount(1);
    Path file = folder.resolve("ada.mynavoice");
    assertThat(run("export", "ada lovelace", file)).isZero();
    assertThat(run("import", file)).isZero();
    assertThat(voices.out()).startsWith("Ada Lovelace 2\t");
    assertThat(run("rename", "Ada Lovelace", "Grace")).isZero();
    assertThat(run("remove", "ada lovelace 2")).isZero();
    assertThat(run("list")).isZero();
    assertThat(voices.out()).startsWith("Grace\t2 clips").hasLineCount(1);
    assertThat(voices.err()).isEmpty();
  }

  @Test
  void detectsMarkedSpeech() throws Exception {
    Path recording = Path.of("assets", "reference", "linda.wav");
    assertThat(run("detect", recording)).isZero();
    assertThat(voices.out()).startsWith("no: there is no watermark of Myna").hasLineCount(1);
    Path syllable = folder.resolve("syllable.wav");
    AudioFiles.write(syllable, AudioFiles.read(recording).slice(0, 4000));
    assertThat(run("detect", syllable)).isZero();
    assertThat(voices.out()).startsWith("cannot tell: ").hasLineCount(1);
    assertThat(run("detect", "--json", syllable)).isZero();
    assertThat(voices.out()).contains("\"watermark\" : false", "\"falseAlarm\" : 1.0");
    Path marked = folder.resolve("marked.mp3");
    AudioFiles.write(marked, Watermarker.embed(AudioFiles.read(recording)), SyntheticNote.labels());
    assertThat(run("detect", marked)).isZero();
    assertThat(voices.out()).startsWith("yes: ").contains("Synthetic speech made with Myna");
    assertThat(run("detect", "--json", marked)).isZero();
    assertThat(voices.out()).contains("\"watermark\" : true", "\"threshold\" : 1.0E-5");
  }

  @Test
  void checksAClip() {
    assertThat(run("check", clip)).isZero();
    assertThat(voices.out()).contains("good\tclipping\tnot overdriven").hasLineCount(8);
    assertThat(run("check", "--json", clip)).isZero();
    assertThat(voices.out()).contains("\"aspect\" : \"noise\"").contains("\"overall\" : ");
  }

  @Test
  void saysWhatIsNotGoodAboutAClip() throws Exception {
    AudioFiles.write(clip, Signals.speech(1, 120, 2, 8000));
    assertThat(run("add", "Ada", clip, "--consent", "permission")).isZero();
    assertThat(voices.err())
        .contains("myna: clip.wav: there is sound up to")
        .contains("dull as a telephone")
        .contains("of speech");
  }

  @Test
  void refusesInOneLine() throws Exception {
    assertRefused(2, "consent", "add", "Ada", clip);
    assertRefused(2, "consent", "add", "Ada", clip, "--consent", "stolen");
    assertRefused(2, "CLIP", "add", "Ada", "--consent", "mine");
    assertRefused(2, "voice needs", new Object[0]);
    assertRefused(
        1, "there is no file", "add", "Ada", folder.resolve("no.wav"), "--consent", "mine");
    assertRefused(1, "no voice called", "export", "Ada", folder.resolve("ada.mynavoice"));
    assertRefused(1, "no voice called", "remove", "Ada");
    assertRefused(1, "ZIP", "import", clip);
    AudioFiles.write(clip, Signals.silence(3, 16000));
    assertRefused(1, "no speech", "add", "Ada", clip, "--consent", "mine");
    assertThat(run("list")).isZero();
    assertThat(voices.out()).isEmpty();
    assertThat(run("check", Files.writeString(folder.resolve("text.wav"), "text"))).isEqualTo(1);
  }

  private void assertRefused(int status, String reason, Object... arguments) {
    assertThat(run(arguments)).isEqualTo(status);
    assertThat(voices.err()).startsWith("myna: ").contains(reason).hasLineCount(1);
    assertThat(voices.out()).isEmpty();
  }

  private int run(Object... arguments) {
    return voices.run(arguments);
  }
}
