package myna.narration.read;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Joins the lines of a paragraph, and the words that were parted at their ends. Whether a hyphen
 * belongs to the word is asked of the rest of the text.
 */
final class Hyphenation {
  private static final Pattern WORD = Pattern.compile("\\p{L}+(-\\p{L}+)*");
  private static final Pattern PARTED = Pattern.compile("(\\p{L}+(?:-\\p{L}+)*)[-\\u00AD\\u2010]$");
  private static final Pattern CONTINUED = Pattern.compile("^\\p{Ll}[\\p{L}]*(-\\p{L}+)*");

  private static final int LONGEST_WORD = 60;

  private final Set<String> words = new HashSet<>();
  private final boolean typeset;

  /**
   * @param lines of the whole text
   * @param typeset whether lines were broken by a typesetter, who parts words; an author who types
   *     does not
   */
  Hyphenation(List<String> lines, boolean typeset) {
    this.typeset = typeset;
    lines.forEach(line -> WORD.matcher(line).results().forEach(word -> learn(word.group())));
  }

  private void learn(String word) {
    words.add(word.toLowerCase(Locale.ROOT));
  }

  /** The lines as one. */
  String join(List<String> lines) {
    StringBuilder joined = new StringBuilder();
    for (String line : lines) {
      append(joined, line);
    }
    return joined.toString();
  }

  private void append(StringBuilder joined, String line) {
    Matcher parted = PARTED.matcher(joined);
    parted.region(Math.max(0, joined.length() - LONGEST_WORD), joined.length());
    Matcher continued = CONTINUED.matcher(line);
    if (!parted.find() || !continued.find()) {
      joined.append(joined.isEmpty() ? "" : " ").append(line);
      return;
    }
    if (!keepsHyphen(parted.group(1), continued.group())) {
      joined.setLength(joined.length() - 1);
    }
    joined.append(line);
  }

  private boolean keepsHyphen(String first, String second) {
    if (words.contains((first + second).toLowerCase(Locale.ROOT))) {
      return false;
    }
    return !typeset || words.contains((first + "-" + second).toLowerCase(Locale.ROOT));
  }
}
