package myna.narration.read;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import myna.jobs.Cancellation;
import myna.narration.book.NarrationException;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** Each book of the test resources is read exactly as its expected text says. */
class BooksTest {
  @TempDir private Path temporary;

  @TestFactory
  Stream<DynamicTest> withoutFootnotes() throws IOException, URISyntaxException {
    return cases("expected.txt", ImportOptions.DEFAULT);
  }

  @TestFactory
  Stream<DynamicTest> withFootnotes() throws IOException, URISyntaxException {
    return cases("expected-footnotes.txt", new ImportOptions(true, ""));
  }

  private Stream<DynamicTest> cases(String expected, ImportOptions options)
      throws IOException, URISyntaxException {
    try (Stream<Path> folders = Files.list(BookFiles.folder())) {
      return folders
          .filter(folder -> Files.exists(folder.resolve(expected)))
          .sorted()
          .toList()
          .stream()
          .map(
              folder ->
                  DynamicTest.dynamicTest(
                      folder.getFileName().toString(), () -> check(folder, expected, options)));
    }
  }

  private void check(Path folder, String expected, ImportOptions options)
      throws IOException, URISyntaxException, NarrationException {
    Path file = BookFiles.open(folder.getFileName().toString(), temporary);
    var book = Books.read(file, options, Cancellation.NEVER);
    assertThat(BookFiles.describe(book)).isEqualTo(Files.readString(folder.resolve(expected)));
  }
}
