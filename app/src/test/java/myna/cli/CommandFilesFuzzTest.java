package myna.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import myna.cli.measure.CaseList;
import myna.fuzz.Fuzzer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Damaged files of tokens and of cases are read or refused. */
@Timeout(36_000)
class CommandFilesFuzzTest {
  @TempDir private Path folder;

  @Test
  void tokens() {
    Path file = folder.resolve("fuzzed.json");
    new Fuzzer("tokens")
        .seed("{\"pack\":\"p 1\",\"samples\":9,\"sampleRate\":16000,\"codes\":[[1,2],[3,4]]}")
        .words("null", "[]", "{}", "-1", "1e9", "99999999999", "[[", "\"codes\":", "1.5")
        .run(
            5_000,
            input -> {
              Files.write(file, input);
              try {
                return "read " + TokenFile.read(file).tokens(16).depth();
              } catch (IOException e) {
                return e.toString();
              }
            });
  }

  @Test
  void cases() {
    Path file = folder.resolve("fuzzed.tsv");
    new Fuzzer("cases")
        .seed("a.wav\tHello there.\nb.wav\tAgain.\tc.wav\n\n")
        .words("\t", "\n", "/", "..", "\0")
        .run(
            5_000,
            input -> {
              Files.write(file, input);
              try {
                return "read " + CaseList.read(file).size();
              } catch (IOException e) {
                return e.toString();
              }
            });
  }
}
