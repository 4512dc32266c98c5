package myna.narration;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** The memory of a narration does not grow with the book. Takes minutes: {@code -Dmyna.heavy}. */
@EnabledOnOs(OS.LINUX)
@EnabledIfSystemProperty(named = "myna.heavy", matches = "true")
class MemoryTest {
  private static final String[] WORDS =
      "the old house stood by a river and nobody had lived there since winter came early that year"
          .split(" ", -1);

  /** A heap that is taken whole at the start, so that growth can only be outside of it. */
  private static final List<String> HEAP = List.of("-Xms192m", "-Xmx192m", "-XX:+AlwaysPreTouch");

  @TempDir private Path temporary;

  @Test
  void ofABookOfAHundredThousandWordsIsThatOfAShortOne() throws IOException {
    long small = peakKilobytes(10_000);
    long large = peakKilobytes(100_000);
    System.out.printf("peak memory: %d kB for 10,000 words, %d kB for 100,000%n", small, large);
    assertThat(large).isLessThan(small * 11 / 10);
  }

  private long peakKilobytes(int words) throws IOException {
    Path book = Files.writeString(temporary.resolve(words + ".txt"), text(words));
    ChildProcess child =
        ChildProcess.start(
            HEAP, book, temporary.resolve(words + ".myna"), temporary.resolve(words + ".m4b"), -1);
    String peak = child.await("peak");
    assertThat(peak).as(() -> String.join("\n", child.rest())).isNotEmpty();
    return Long.parseLong(peak);
  }

  private static String text(int words) {
    Random random = new Random(words);
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < words; ) {
      if (i % 5000 == 0) {
        text.append("\n\n\nCHAPTER ").append(i / 5000 + 1).append("\n\n\n");
      }
      int length = 8 + random.nextInt(12);
      for (int w = 0; w < length; w++) {
        String word = WORDS[random.nextInt(WORDS.length)];
        text.append(
            w == 0 ? Character.toUpperCase(word.charAt(0)) + word.substring(1) : " " + word);
      }
      text.append(random.nextInt(5) == 0 ? ".\n\n" : ". ");
      i += length;
      i = i % 5000 < length && i > 5000 ? i - i % 5000 : i;
    }
    return text.toString();
  }
}
