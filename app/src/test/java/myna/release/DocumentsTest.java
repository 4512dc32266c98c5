package myna.release;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What the documents name is there. */
class DocumentsTest {
  private static final Pattern CLASS = Pattern.compile("`([a-z]+(?:\\.[a-z]+)*\\.[A-Z]\\w*)`");
  private static final Pattern LINK = Pattern.compile("]\\((?!https?:)([^)#]+)(#[^)]*)?\\)");

  @Test
  void architectureNamesClassesThatExist() throws IOException {
    Matcher names = CLASS.matcher(Files.readString(Path.of("docs/architecture.md")));
    List<String> named = new ArrayList<>();
    while (names.find()) {
      named.add(names.group(1));
    }
    assertThat(named).hasSizeGreaterThan(30);
    assertThat(named).allMatch(DocumentsTest::isThere);
  }

  private static boolean isThere(String name) {
    return Stream.of("speech", "app")
        .map(module -> Path.of(module, "src/main/java/myna", name.replace('.', '/') + ".java"))
        .anyMatch(Files::exists);
  }

  @Test
  void linksLeadToFiles() throws IOException {
    List<String> broken = new ArrayList<>();
    for (Path document : documents()) {
      Matcher links = LINK.matcher(Files.readString(document));
      while (links.find()) {
        if (!Files.exists(document.toAbsolutePath().resolveSibling(links.group(1)))) {
          broken.add(document + ": " + links.group(1));
        }
      }
    }
    assertThat(broken).isEmpty();
  }

  @Test
  void indexListsEveryDecision() throws IOException {
    String index = Files.readString(Path.of("docs/decisions/README.md"));
    try (Stream<Path> files = Files.list(Path.of("docs/decisions"))) {
      assertThat(files.map(file -> file.getFileName().toString()))
          .allMatch(name -> name.equals("README.md") || index.contains("(" + name + ")"));
    }
  }

  private static List<Path> documents() throws IOException {
    List<Path> documents = new ArrayList<>();
    try (Stream<Path> top = Files.list(Path.of(""));
        Stream<Path> below = Files.walk(Path.of("docs"))) {
      Stream.concat(top, below)
          .filter(file -> file.toString().endsWith(".md"))
          .sorted()
          .forEach(documents::add);
    }
    return documents;
  }
}
