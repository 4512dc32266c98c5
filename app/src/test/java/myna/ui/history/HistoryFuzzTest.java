package myna.ui.history;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.logging.Level;
import java.util.logging.Logger;
import myna.fuzz.Fuzzer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Of a damaged history, what is whole is read. */
@Timeout(36_000)
class HistoryFuzzTest {
  private static final Logger LOG = Logger.getLogger(HistoryLog.class.getName());

  @TempDir private Path folder;

  @BeforeAll
  static void quiet() {
    LOG.setLevel(Level.OFF);
  }

  @AfterAll
  static void loud() {
    LOG.setLevel(null);
  }

  @Test
  void entries() {
    Path file = folder.resolve("history.jsonl");
    HistoryLog log = new HistoryLog(file);
    new Fuzzer("history")
        .seed(
            "{\"millis\":1,\"text\":\"Hi\",\"voice\":{\"id\":\"a\",\"name\":\"b\",\"pack\":\"c\"},"
                + "\"manner\":{\"quality\":\"GOOD\",\"speed\":1.0,\"pauses\":1.0,\"verify\":true,"
                + "\"seed\":7},\"seeds\":[1,2]}\n")
        .words("null", "[]", "{}", "-1", "1e999", "[null]", "\n", "\"\"")
        .run(
            5_000,
            input -> {
              Files.write(file, input);
              try {
                return "read " + log.read().size();
              } catch (IOException e) {
                return e.toString();
              }
            });
  }
}
