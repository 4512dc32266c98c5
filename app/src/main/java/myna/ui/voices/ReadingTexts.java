package myna.ui.voices;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Sentences to read aloud: every sound of English in them, in statements, questions and calls. */
final class ReadingTexts {
  private static final String FILE = "/myna/ui/voices-readings.txt";

  private ReadingTexts() {}

  /** All sentences; the first two dozen take about two minutes. */
  static List<String> sentences() {
    try (InputStream in = ReadingTexts.class.getResourceAsStream(FILE)) {
      String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      return text.lines().filter(line -> !line.isBlank()).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
