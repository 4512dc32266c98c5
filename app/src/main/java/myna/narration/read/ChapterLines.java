package myna.narration.read;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import myna.narration.book.NarrationException;
import myna.narration.book.NarrationException.Reason;

/** The lines of a plain text that begin its chapters, as its reader says. */
final class ChapterLines {
  private final Pattern pattern;

  /** The lines in which a pattern is found. */
  ChapterLines(String regex) {
    pattern = Pattern.compile(regex);
  }

  /**
   * The lines with those that begin chapters set apart.
   *
   * @throws NarrationException if there are none
   */
  List<String> apart(List<String> lines, Path file) throws NarrationException {
    List<String> apart = new ArrayList<>();
    boolean found = false;
    for (String line : lines) {
      if (begins(line)) {
        found = true;
        apart.addAll(List.of("", line, ""));
      } else {
        apart.add(line);
      }
    }
    if (!found) {
      throw new NarrationException(
          Reason.BAD_EDIT, "no line of " + file + " begins a chapter by the pattern " + pattern);
    }
    return apart;
  }

  private boolean begins(String line) {
    return !line.isBlank() && pattern.matcher(line.strip()).find();
  }

  /** 1 where a chapter begins, and 0 elsewhere. */
  int level(TextLayout.Group group) {
    return begins(group.lines().getFirst()) ? 1 : 0;
  }
}
