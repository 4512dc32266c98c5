package myna.narration.export;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import myna.files.AtomicFile;
import myna.narration.book.Cover;
import myna.narration.book.Metadata;
import myna.narration.book.NarrationException;
import myna.narration.project.Project;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The folder of a book in a library as Audiobookshelf reads it: {@code Author/Year - Title
 * {Narrator}}, with the sound, {@code metadata.json} and {@code cover.jpg} or {@code cover.png}
 * (audiobookshelf.org, "Book Library Structure" and "Metadata").
 */
public final class LibraryFolder {
  private static final String NOBODY = "Unknown author";

  private final Path folder;
  private final Metadata metadata;

  private LibraryFolder(Path folder, Metadata metadata) {
    this.folder = folder;
    this.metadata = metadata;
  }

  /** The place of a book. */
  public static LibraryFolder of(Path library, Metadata metadata, String narrator) {
    String author = metadata.author().isEmpty() ? NOBODY : metadata.author();
    String year = metadata.year().isEmpty() ? "" : metadata.year() + " - ";
    String reader = narrator.isBlank() ? "" : " {" + FileNames.safe(narrator) + "}";
    String name = year + FileNames.safe(metadata.title()) + reader;
    return new LibraryFolder(library.resolve(FileNames.safe(author)).resolve(name), metadata);
  }

  /**
   * The file of the sound, in a folder that is there from now on.
   *
   * @param extension such as "m4b"
   */
  public Path sound(String extension) throws NarrationException {
    try {
      Files.createDirectories(folder);
    } catch (IOException e) {
      throw ExportFailures.of(folder, e);
    }
    return folder.resolve(FileNames.safe(metadata.title()) + "." + extension);
  }

  /**
   * Writes what the library shows of a book beside its sound.
   *
   * @return the files
   */
  public List<Path> describe(Project project, ExportReport report, String narrator)
      throws NarrationException {
    Path description = folder.resolve("metadata.json");
    write(description, json(report, narrator).getBytes(StandardCharsets.UTF_8));
    if (project.cover().isEmpty()) {
      return List.of(description);
    }
    Cover cover = project.cover().get();
    Path picture = folder.resolve("cover" + cover.extension());
    write(picture, cover.bytes());
    return List.of(description, picture);
  }

  private String json(ExportReport report, String narrator) {
    ObjectMapper mapper = JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();
    ObjectNode node = mapper.createObjectNode();
    node.putArray("tags");
    ArrayNode chapters = node.putArray("chapters");
    double rate = report.chapters().getLast().end() / report.seconds();
    for (BookTimeline.Mark mark : report.chapters()) {
      chapters
          .addObject()
          .put("id", chapters.size() - 1)
          .put("start", seconds(mark.start() / rate))
          .put("end", seconds(mark.end() / rate))
          .put("title", mark.title());
    }
    node.put("title", metadata.title());
    ArrayNode authors = node.putArray("authors");
    Arrays.stream(metadata.author().split(",\\s*", -1))
        .filter(name -> !name.isBlank())
        .forEach(authors::add);
    ArrayNode narrators = node.putArray("narrators");
    narrators.add(narrator);
    node.putArray("series");
    node.putArray("genres").add("Audiobook");
    put(node, "publishedYear", metadata.year());
    put(node, "description", metadata.description());
    put(node, "language", metadata.language());
    return mapper.writeValueAsString(node) + "\n";
  }

  /** What is not known is null there. */
  private static void put(ObjectNode node, String name, String value) {
    node.put(name, value.isEmpty() ? null : value);
  }

  private static double seconds(double seconds) {
    return Math.round(seconds * 1000) / 1000.0;
  }

  private static void write(Path file, byte[] bytes) throws NarrationException {
    try {
      AtomicFile.write(file, part -> Files.write(part, bytes));
    } catch (IOException e) {
      throw ExportFailures.of(file, e);
    }
  }
}
