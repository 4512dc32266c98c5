package myna.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import myna.text.en.EnglishFrontEnd;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/**
 * Measures any folder of cases, written~spoken, one file for each class: {@code mvn test
 * -Dtest=GivenCasesTest -Dmyna.text.cases=FOLDER}.
 *
 * <p>Case, punctuation and hyphens are ignored, except where the written form is not changed at
 * all.
 */
@EnabledIfSystemProperty(named = "myna.text.cases", matches = ".+")
class GivenCasesTest {
  private static final double LEAST = 0.95;
  private static final double LEAST_OF_A_CLASS = 0.75;

  private final TextFrontEnd frontEnd = new EnglishFrontEnd(TextSettings.DEFAULT);

  @Test
  void readsTheGivenCases() throws IOException {
    int all = 0;
    int right = 0;
    try (Stream<Path> files = Files.list(Path.of(System.getProperty("myna.text.cases")))) {
      for (Path file : files.sorted().toList()) {
        List<String> lines =
            Files.readAllLines(file).stream().filter(line -> line.indexOf('~') >= 0).toList();
        int good = (int) lines.stream().filter(line -> isRight(file, line)).count();
        System.out.printf(
            Locale.ROOT, "%-20s %3d of %3d%n", file.getFileName(), good, lines.size());
        assertThat((double) good / lines.size())
            .as(file.toString())
            .isGreaterThanOrEqualTo(LEAST_OF_A_CLASS);
        all += lines.size();
        right += good;
      }
    }
    System.out.printf(
        Locale.ROOT, "%-20s %3d of %3d: %.1f %%%n", "all", right, all, 100.0 * right / all);
    assertThat((double) right / all).isGreaterThanOrEqualTo(LEAST);
  }

  private boolean isRight(Path file, String line) {
    int tilde = line.indexOf('~');
    String written = line.substring(0, tilde);
    String spoken = line.substring(tilde + 1);
    String answer = frontEnd.normalize(written);
    boolean right =
        written.equals(spoken)
            ? answer.equals(spoken.strip())
            : plain(answer, "").equals(plain(spoken, ""))
                && plain(answer, " ").equals(plain(spoken, " "));
    if (!right) {
      System.out.println(file.getFileName() + ": " + line + "\n  but got: " + answer);
    }
    return right;
  }

  /** Without case; punctuation and hyphens replaced. */
  private static String plain(String text, String replacement) {
    String bare = text.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}\\p{M}\\s]", replacement);
    return bare.strip().replaceAll("\\s+", " ");
  }
}
