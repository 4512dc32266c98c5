package myna.cli.measure;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Reads lists of cases: reference, text and, where there is one, recording, parted by tabs. */
public final class CaseList {
  private CaseList() {}

  /**
   * A line of the list.
   *
   * @param reference clip
   * @param text to speak
   * @param recording of the text, or null
   */
  public record Entry(Path reference, String text, Path recording) {}

  /**
   * Reads a list; paths are relative to its folder.
   *
   * @throws IOException if there is no line, or one has another number of columns
   */
  public static List<Entry> read(Path file) throws IOException {
    List<Entry> entries = new ArrayList<>();
    int number = 0;
    for (String line : Files.readAllLines(file)) {
      number++;
      if (!line.isBlank()) {
        String[] columns = line.split("\t", -1);
        if (columns.length < 2 || columns.length > 3) {
          throw new IOException(
              "%s, line %d: expected reference, text and perhaps recording, parted by tabs"
                  .formatted(file, number));
        }
        entries.add(entry(file, number, columns));
      }
    }
    if (entries.isEmpty()) {
      throw new IOException(file + " holds no case");
    }
    return entries;
  }

  private static Entry entry(Path file, int number, String[] columns) throws IOException {
    try {
      return new Entry(
          file.resolveSibling(columns[0]),
          columns[1],
          columns.length == 3 ? file.resolveSibling(columns[2]) : null);
    } catch (InvalidPathException e) {
      throw new IOException("%s, line %d: no file can be called so".formatted(file, number), e);
    }
  }
}
