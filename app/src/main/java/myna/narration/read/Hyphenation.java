package myna.narration.read;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Joins the lines of a paragraph, and the words that were parted at their ends. Whether a hyphen
 * belongs to the word is asked of the rest of the text first, and then of the lexicon.
 */
final class Hyphenation {
  private static final Pattern WORD = Pattern.compile("\\p{L}+(-\\p{L}+)*");
  private static final Pattern PARTED = Pattern.compile("(\\p{L}+(?:-\\p{L}+)*)[-\\u00AD\\u2010]$");
  private static final Pattern CONTINUED = Pattern.compile("^\\p{L}+(-\\p{L}+)*");

  private static final int LONGEST_WORD = 60;
  private static final int SHORTEST_PART = 3; // shorter ones are prefixes or no words at all

  private final Set<String> words = new HashSet<>();
  private final ListedWords listed = new ListedWords();

  /**
   * @param lines of the whole text
   */
  Hyphenation(List<String> lines) {
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

  /** Names and words of a whole line in capitals aside, a part that begins with one is a name. */
  private boolean keepsHyphen(String first, String second) {
    boolean name =
        Character.isUpperCase(second.charAt(0))
            && !Character.isUpperCase(first.charAt(first.length() - 1));
    String whole = (first + second).toLowerCase(Locale.ROOT);
    if (name || words.contains((first + "-" + second).toLowerCase(Locale.ROOT))) {
      return name || !words.contains(whole);
    }
    return !words.contains(whole) && !listed.has(whole) && isPart(first) && isPart(second);
  }

  private boolean isPart(String part) {
    String last = part.substring(part.lastIndexOf('-') + 1);
    return last.length() >= SHORTEST_PART && listed.has(last);
  }
}
