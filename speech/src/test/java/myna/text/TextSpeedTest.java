package myna.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import myna.text.en.EnglishFrontEnd;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/**
 * Measures how fast text is read, on one thread: {@code mvn test -Dtest=TextSpeedTest
 * -Dmyna.text.speed=yes}.
 *
 * <p>The text is the sentences of the heteronym test and the cases of running prose, in paragraphs
 * of six, over and over.
 */
@EnabledIfSystemProperty(named = "myna.text.speed", matches = ".+")
class TextSpeedTest {
  private static final int MEGABYTE = 1_000_000;
  private static final double MOST_SECONDS = 2;
  private static final double MOST_RATIO = 13;

  private final ThreadMXBean threads = ManagementFactory.getThreadMXBean();

  @Test
  void readsAMegabyteInTime() throws IOException {
    double opened = seconds(() -> new EnglishFrontEnd(TextSettings.DEFAULT));
    TextFrontEnd frontEnd = new EnglishFrontEnd(TextSettings.DEFAULT);
    print("making a front end, cold", opened);
    print(
        "first sentence", seconds(() -> frontEnd.analyze("Hello there, Dr. Smith: it is 5 p.m.")));
    String prose = prose(MEGABYTE);
    for (int i = 0; i < 2; i++) {
      frontEnd.analyze(prose);
      frontEnd.normalize(prose);
    }
    double analysis = seconds(() -> frontEnd.analyze(prose));
    double normalization = seconds(() -> frontEnd.normalize(prose));
    print("1 MB segmented and phonemized", analysis);
    print("1 MB normalized", normalization);
    assertThat(analysis + normalization).isLessThan(MOST_SECONDS);
    compare("prose", frontEnd, prose, prose(10 * MEGABYTE));
    compare(
        "no space at all", frontEnd, "ab1".repeat(MEGABYTE / 3), "ab1".repeat(10 * MEGABYTE / 3));
  }

  private void compare(String what, TextFrontEnd frontEnd, String small, String large) {
    double one = seconds(() -> read(frontEnd, small));
    double ten = seconds(() -> read(frontEnd, large));
    System.out.printf(
        Locale.ROOT, "%s: 1 MB %.2f s, 10 MB %.2f s, ratio %.1f%n", what, one, ten, ten / one);
    assertThat(ten / one).isLessThan(MOST_RATIO);
  }

  private static void read(TextFrontEnd frontEnd, String text) {
    assertThat(frontEnd.sentences(text).mapToInt(sentence -> sentence.words().size()).sum())
        .isPositive();
  }

  private static void print(String what, double seconds) {
    System.out.printf(Locale.ROOT, "%s: %.3f s%n", what, seconds);
  }

  /** Processor time of this thread. */
  private double seconds(Runnable work) {
    long start = threads.getCurrentThreadCpuTime();
    work.run();
    return (threads.getCurrentThreadCpuTime() - start) / 1e9;
  }

  private static String prose(int length) throws IOException {
    Path folder = Path.of("speech/src/test/resources/myna/text");
    List<String> sentences =
        Files.readAllLines(folder.resolve("heteronyms.txt")).stream()
            .filter(line -> !line.startsWith("#"))
            .map(line -> line.substring(0, line.indexOf('|')))
            .toList();
    List<String> cases =
        Files.readAllLines(folder.resolve("cases/prose.txt")).stream()
            .map(line -> line.replace("\\~", "").replaceFirst("~.*", ""))
            .toList();
    StringBuilder text = new StringBuilder(length + 1000);
    for (int i = 0; text.length() < length; i++) {
      text.append(sentences.get(i % sentences.size())).append(i % 6 == 5 ? "\n\n" : " ");
      if (i % 8 == 0) {
        text.append(cases.get(i / 8 % cases.size())).append(' ');
      }
    }
    return text.toString();
  }
}
