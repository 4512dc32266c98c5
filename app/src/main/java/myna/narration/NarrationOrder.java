package myna.narration;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * Which book is to be narrated, and where the work is kept.
 *
 * @param book file, or nothing where the project has it already
 * @param folder of the project; made where there is none
 * @param handling of a book or database that is not as it was
 * @param lexicons to be kept with the project from now on; none for those that are kept already
 * @param change of the settings that the project has, or none, to those that it is to have
 */
public record NarrationOrder(
    Optional<Path> book,
    Path folder,
    BookProject.Handling handling,
    List<Path> lexicons,
    BookProject.SettingsChange change) {
  public NarrationOrder {
    lexicons = List.copyOf(lexicons);
  }

  /** A book, with its project as it is or, where there is none, made with the default settings. */
  public static NarrationOrder of(Path book, Path folder) {
    return new NarrationOrder(
        Optional.of(book), folder, BookProject.Handling.STRICT, List.of(), before -> before);
  }

  /** A project that is there already. */
  public static NarrationOrder ofProject(Path folder) {
    return new NarrationOrder(
        Optional.empty(), folder, BookProject.Handling.STRICT, List.of(), before -> before);
  }
}
