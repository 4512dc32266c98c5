package myna.narration.read;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import myna.narration.book.Metadata;

/**
 * Title and author on top of a plain text: a short line, and "by" somebody below it.
 *
 * @param title of the book
 * @param author whose name stands there
 * @param groups of lines that say so
 */
record TextTop(String title, String author, int groups) {
  private static final int LONGEST = 80;
  private static final Pattern AUTHOR =
      Pattern.compile("(?i:(?:written )?by)\\s+(\\p{Lu}[\\p{L}.'’-]*(?:\\s+[\\p{L}.'’&,-]+){0,6})");

  /** What the first lines say, if they are a title and an author. */
  static Optional<TextTop> of(List<TextLayout.Group> groups) {
    List<String> lines = new ArrayList<>();
    for (int count = 1; count <= Math.min(2, groups.size()); count++) {
      lines.addAll(groups.get(count - 1).lines().stream().map(Tidy::line).toList());
      if (lines.size() > 3) {
        break;
      }
      Matcher author = AUTHOR.matcher(lines.getLast());
      String title = lines.stream().limit(lines.size() - 1).reduce("", Tidy::joinHeadings);
      if (author.matches() && isTitle(title) && isName(author.group(1))) {
        return Optional.of(new TextTop(title, author.group(1), count));
      }
    }
    return Optional.empty();
  }

  private static boolean isTitle(String title) {
    return !title.isEmpty()
        && title.length() <= LONGEST
        && !title.matches(".*[,;.]")
        && !Character.isLowerCase(title.codePointAt(0));
  }

  /** Words of a name have capitals, but for "de", "von" and "and". */
  private static boolean isName(String name) {
    return Pattern.compile("[\\s,&]+")
        .splitAsStream(name)
        .filter(word -> !word.isEmpty())
        .noneMatch(
            word ->
                Character.isLowerCase(word.codePointAt(0))
                    && !word.toLowerCase(Locale.ROOT)
                        .matches("de|du|da|van|von|der|den|la|le|di|and|y|ter"));
  }

  /** As a narrator says it. */
  String heading() {
    return Tidy.joinHeadings(title, "by " + author);
  }

  Metadata metadata() {
    return new Metadata(title, author, "", "", "");
  }
}
