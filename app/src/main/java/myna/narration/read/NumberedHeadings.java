package myna.narration.read;

import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import myna.text.RomanNumerals;

/**
 * Headings such as "1. The Start" and "II. The Sea": lines of their own that count from one, with
 * text between them, which tells them from the items of a list.
 */
final class NumberedHeadings {
  private static final Pattern HEADING =
      Pattern.compile("(\\d{1,2}|[IVXL]{1,7})[.):]?\\s+(?=[\\p{Lu}“\"\\d]).{1,70}");

  private static final int FEWEST = 2;

  private NumberedHeadings() {}

  /** The groups that are such headings; groups are told apart by identity. */
  static Set<TextLayout.Group> of(List<TextLayout.Group> groups) {
    List<TextLayout.Group> found = new ArrayList<>();
    int next = 1;
    int last = -2;
    boolean list = false;
    for (int i = 0; i < groups.size(); i++) {
      if (number(groups.get(i)) == next) {
        list |= i == last + 1;
        found.add(groups.get(i));
        next++;
        last = i;
      }
    }
    boolean text = last < groups.size() - 1;
    Set<TextLayout.Group> headings = Collections.newSetFromMap(new IdentityHashMap<>());
    if (found.size() >= FEWEST && text && !list) {
      headings.addAll(found);
    }
    return headings;
  }

  private static int number(TextLayout.Group group) {
    String line = group.lines().getFirst().strip();
    Matcher heading = HEADING.matcher(line);
    if (group.lines().size() > 1 || !heading.matches() || line.matches(".*[.,;:]")) {
      return -1;
    }
    String number = heading.group(1);
    return Character.isDigit(number.charAt(0))
        ? Integer.parseInt(number)
        : RomanNumerals.value(number);
  }
}
