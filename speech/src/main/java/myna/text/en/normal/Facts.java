package myna.text.en.normal;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Reads the tables of assets/text: tab-separated lines, comments start with #. */
public final class Facts {
  private static final String FOLDER = "/assets/text/";

  private Facts() {}

  /**
   * The rows of a table.
   *
   * @param name file name in assets/text
   * @param columns how many columns every row has
   * @throws IllegalStateException if the table is missing or a row has another number of columns
   */
  public static List<String[]> table(String name, int columns) {
    List<String[]> rows = new ArrayList<>();
    int number = 0;
    for (String line : lines(name)) {
      number++;
      if (line.isEmpty() || line.startsWith("#")) {
        continue;
      }
      String[] row = line.split("\t", -1);
      if (row.length != columns) {
        throw new IllegalStateException(
            name + ":" + number + ": " + row.length + " columns instead of " + columns);
      }
      rows.add(row);
    }
    return rows;
  }

  /** All lines of a file in assets/text. */
  public static List<String> lines(String name) {
    try (InputStream in = Facts.class.getResourceAsStream(FOLDER + name)) {
      if (in == null) {
        throw new IllegalStateException("the program lacks " + FOLDER + name);
      }
      BufferedReader reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
      return reader.lines().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
