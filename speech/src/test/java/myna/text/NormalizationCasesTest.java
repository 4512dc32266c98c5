package myna.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import myna.text.en.EnglishFrontEnd;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * The project's own cases, written~spoken, one file for each class; a tilde that is meant is
 * written \~.
 */
class NormalizationCasesTest {
  private static final Path FOLDER = Path.of("speech/src/test/resources/myna/text/cases");
  private static final String UNCHANGED = "unchanged";

  private final TextFrontEnd frontEnd = new EnglishFrontEnd(TextSettings.DEFAULT);

  private record Case(String file, String written, String spoken) {}

  @TestFactory
  Stream<DynamicTest> readsEveryCase() {
    return cases().stream()
        .map(
            one ->
                DynamicTest.dynamicTest(
                    one.file + ": " + one.written,
                    () -> assertThat(frontEnd.normalize(one.written)).isEqualTo(one.spoken)));
  }

  @Test
  void thereAreEnoughOfThem() {
    List<Case> cases = cases();
    assertThat(cases.size()).isGreaterThanOrEqualTo(2_250);
    assertThat(cases.stream().filter(one -> one.written.equals(one.spoken)).count())
        .isGreaterThanOrEqualTo(500);
  }

  private static List<Case> cases() {
    List<Case> cases = new ArrayList<>();
    try (Stream<Path> files = Files.list(FOLDER)) {
      for (Path file : files.sorted().toList()) {
        for (String line : Files.readAllLines(file)) {
          cases.add(parse(file, line));
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return cases;
  }

  private static Case parse(Path file, String line) {
    String name = file.getFileName().toString();
    if (name.startsWith(UNCHANGED)) {
      return new Case(name, line, line);
    }
    String hidden = line.replace("\\~", "\0");
    int tilde = hidden.indexOf('~');
    assertThat(tilde).as(name + ": " + line).isPositive();
    return new Case(
        name, hidden.substring(0, tilde).replace('\0', '~'), hidden.substring(tilde + 1));
  }
}
