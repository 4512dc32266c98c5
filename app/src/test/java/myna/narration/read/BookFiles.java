package myna.narration.read;

import java.io.IOException;
import java.io.OutputStream;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import myna.narration.book.Book;
import myna.narration.book.Chapter;

/** The books of the tests, and books as text to compare. */
public final class BookFiles {
  private BookFiles() {}

  /** The folder with the books. */
  static Path folder() throws URISyntaxException {
    return Path.of(BookFiles.class.getResource("/myna/narration/books").toURI());
  }

  /** Packs a folder as an EPUB or Word document does: the files with their paths below it. */
  public static void zip(Path folder, Path target) throws IOException {
    try (Stream<Path> walk = Files.walk(folder);
        OutputStream out = Files.newOutputStream(target);
        ZipOutputStream zip = new ZipOutputStream(out)) {
      for (Path file : walk.filter(Files::isRegularFile).sorted().toList()) {
        zip.putNextEntry(new ZipEntry(folder.relativize(file).toString().replace('\\', '/')));
        Files.copy(file, zip);
        zip.closeEntry();
      }
    }
  }

  /** The file of a test book: the file itself, or its folder packed into {@code temporary}. */
  public static Path open(String name, Path temporary) throws IOException, URISyntaxException {
    Path parts = folder().resolve(name).resolve("book");
    if (Files.isDirectory(parts)) {
      String extension = name.substring(name.lastIndexOf('-') + 1).replaceAll("\\d", "");
      Path packed = temporary.resolve(name + "." + extension);
      zip(parts, packed);
      return packed;
    }
    try (Stream<Path> files = Files.list(folder().resolve(name))) {
      return files
          .filter(file -> file.getFileName().toString().startsWith("book."))
          .findFirst()
          .orElseThrow();
    }
  }

  /** Everything that a book says, a block a line. */
  static String describe(Book book) {
    StringBuilder text = new StringBuilder();
    var metadata = book.metadata();
    text.append("title: ").append(metadata.title()).append('\n');
    text.append("author: ").append(metadata.author()).append('\n');
    text.append("language: ").append(metadata.language()).append('\n');
    text.append("year: ").append(metadata.year()).append('\n');
    text.append("description: ").append(metadata.description()).append('\n');
    book.cover().ifPresent(cover -> text.append("cover: ").append(cover.mediaType()).append('\n'));
    book.chapters().forEach(chapter -> text.append('\n').append(describe(chapter)));
    return text.toString();
  }

  private static String describe(Chapter chapter) {
    List<String> lines =
        chapter.blocks().stream()
            .map(block -> (block.kind() + " " + block.text()).strip() + "\n")
            .toList();
    return "["
        + chapter.section()
        + "] "
        + chapter.title()
        + "\n"
        + lines.stream().collect(Collectors.joining());
  }
}
