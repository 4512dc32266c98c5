package myna.narration.script;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import myna.narration.book.Block;

/**
 * Finds names that stand before what they say, as in plays: {@code Holmes: Elementary.} A name
 * counts once it was found twice, since any sentence may have a colon.
 */
public final class SpeakerLabels {
  /** A label and what follows it: at most five words, the first of which starts with a capital. */
  static final Pattern LABEL =
      Pattern.compile("^(\\p{Lu}[\\p{L}\\p{N}.'’-]*(?: [\\p{L}\\p{N}.'’-]+){0,4})\\s*:\\s+(?=\\S)");

  private static final int LEAST = 2;

  private final Map<String, Integer> counts = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);

  /** Counts the label of a block, if it has one. */
  public void add(Block block) {
    Matcher label = LABEL.matcher(block.text());
    if (block.kind() == Block.Kind.PARAGRAPH && label.find()) {
      counts.merge(label.group(1), 1, Integer::sum);
    }
  }

  /** The names with how often each speaks, those who speak most first. */
  public Map<String, Integer> found() {
    Map<String, Integer> found = new LinkedHashMap<>();
    counts.entrySet().stream()
        .filter(entry -> entry.getValue() >= LEAST)
        .sorted(Map.Entry.comparingByValue(Comparator.reverseOrder()))
        .forEach(entry -> found.put(entry.getKey(), entry.getValue()));
    return found;
  }
}
