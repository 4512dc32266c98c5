package myna.voice;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import myna.audio.Signals;
import myna.fuzz.Fuzzer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A damaged voice is read or refused, and nothing of it stays. */
@Timeout(36_000)
class VoiceFuzzTest {
  @TempDir private Path folder;

  @Test
  void descriptions() throws VoiceException, IOException {
    new Fuzzer("voice.json")
        .seed(VoiceFile.encode(voice()))
        .words("null", "true", "1e999", "-1", "0", "[]", "{}", "\"\"", "..", "/", "\\u0000")
        .run(
            20_000,
            input -> {
              try {
                return "read " + VoiceFile.decode(input, "x").clips().size();
              } catch (VoiceException e) {
                return e.reason() + e.getMessage();
              }
            });
  }

  @Test
  void archives() throws VoiceException, IOException {
    Path good = folder.resolve("good.mynavoice");
    library("first").exportTo(voice(), good);
    VoiceLibrary library = library("second");
    Path file = folder.resolve("fuzzed.mynavoice");
    new Fuzzer("mynavoice")
        .seed(Files.readAllBytes(good))
        .words("PK\3\4", "PK\1\2", "PK\5\6", "voice.json", "../voice.json", "\0\0")
        .run(
            1000,
            input -> {
              Files.write(file, input);
              try {
                Voice voice = library.importFrom(file);
                library.delete(voice);
                return "read";
              } catch (VoiceException e) {
                assertThat(e.getMessage()).doesNotContain("\n");
                return e.reason() + e.getMessage();
              }
            });
    try (Stream<Path> left = Files.list(folder.resolve("second"))) {
      assertThat(left.map(path -> path.getFileName().toString())).isSubsetOf(List.of(".lock"));
    }
    assertThat(folder.toFile().list())
        .containsExactlyInAnyOrder("first", "second", "good.mynavoice", "fuzzed.mynavoice");
  }

  private VoiceLibrary library(String name) {
    return new VoiceLibrary(folder.resolve(name));
  }

  private Voice voice() throws VoiceException {
    Consent consent = new Consent(Consent.Kind.MINE, LocalDate.of(2025, 1, 1));
    return library("first")
        .create(
            "Ruth", consent, List.of(new Recording("clip.wav", Signals.speech(1, 120, 2, 8000))));
  }
}
