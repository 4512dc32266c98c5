package myna.release;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Everything that is shipped is named, with its licence, in THIRD-PARTY.md. */
class ThirdPartyTest {
  private static final Pattern VERSION = Pattern.compile("-\\d.*");

  @Test
  void namesEveryLibraryThatIsShipped() throws IOException {
    String shipped = section("## Shipped with the application");
    List<String> missing = new ArrayList<>();
    for (String jar :
        Files.readString(Path.of("target/classpath.txt")).strip().split(File.pathSeparator, -1)) {
      String library = VERSION.matcher(Path.of(jar).getFileName().toString()).replaceFirst("");
      if (!Pattern.compile("(?<![\\w-])" + Pattern.quote(library) + "(?![\\w-])")
          .matcher(shipped)
          .find()) {
        missing.add(library);
      }
    }
    assertThat(missing).isEmpty();
  }

  @Test
  void givesEveryLineALicence() throws IOException {
    try (Stream<String> lines = section("## Shipped with the application").lines()) {
      assertThat(lines.filter(line -> line.startsWith("|")))
          .hasSizeGreaterThan(20)
          .allMatch(line -> line.matches("\\| *\\S.* \\| *\\S.* \\||\\|---\\|---\\|"));
    }
  }

  private static String section(String heading) throws IOException {
    String text = Files.readString(Path.of("THIRD-PARTY.md"));
    int from = text.indexOf(heading) + heading.length();
    return text.substring(from, text.indexOf("\n## ", from));
  }
}
