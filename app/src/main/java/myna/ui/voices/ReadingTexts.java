package myna.ui.voices;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

/** Sentences to read aloud: every sound of English in them, in statements, questions and calls. */
final class ReadingTexts {
  private static final String FILE = "/myna/ui/voices-readings.txt";

  private ReadingTexts() {}

  /** Pages of sentences, which take about two minutes each; one is enough. */
  static List<List<String>> pages() {
    try (InputStream in = ReadingTexts.class.getResourceAsStream(FILE)) {
      String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      return Arrays.stream(text.strip().split("\\R{2,}", -1))
          .map(page -> page.lines().toList())
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
