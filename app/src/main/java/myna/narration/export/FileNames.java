package myna.narration.export;

import java.nio.file.Path;
import java.util.List;
import myna.narration.project.ChapterEntry;

/** Names of the files that are written beside the one that was asked for. */
final class FileNames {
  private static final int LONGEST_TITLE = 60;

  private FileNames() {}

  /**
   * The file of a chapter, such as {@code book - 03 - The Pool of Tears.mp3}.
   *
   * @param number of the chapter, from 1
   */
  static Path chapter(Path file, int number, List<ChapterEntry> chapters) {
    String name = String.valueOf(file.getFileName());
    String extension = name.substring(name.lastIndexOf('.') + 1);
    int digits = Math.max(2, Integer.toString(chapters.size()).length());
    String title = safe(chapters.get(number - 1).title());
    String counted = ("%0" + digits + "d").formatted(number);
    return file.resolveSibling(stem(file) + " - " + counted + " - " + title + "." + extension);
  }

  /** A file of the same name beside another. */
  static Path withExtension(Path file, String extension) {
    return file.resolveSibling(stem(file) + "." + extension);
  }

  private static String stem(Path file) {
    String name = String.valueOf(file.getFileName());
    int dot = name.lastIndexOf('.');
    return dot > 0 ? name.substring(0, dot) : name;
  }

  /** A title as part of a name that every system allows. */
  static String safe(String title) {
    String safe =
        title.replaceAll("[\\\\/:*?\"<>|\\p{Cntrl}]+", " ").replaceAll("\\s+", " ").strip();
    String cut = safe.substring(0, Math.min(safe.length(), LONGEST_TITLE)).strip();
    String bare = cut.replaceAll("[. ]+$", "");
    return bare.isEmpty() ? "Chapter" : bare;
  }
}
