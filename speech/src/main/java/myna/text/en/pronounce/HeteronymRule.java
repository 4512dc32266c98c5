package myna.text.en.pronounce;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/**
 * One rule of assets/text/heteronyms.txt.
 *
 * @param second whether it chooses the second pronunciation
 * @param conditions all must hold
 */
record HeteronymRule(boolean second, List<Predicate<Context>> conditions) {
  private static final int NEAR = 8;

  HeteronymRule {
    conditions = List.copyOf(conditions);
  }

  boolean holds(Context context) {
    return conditions.stream().allMatch(condition -> condition.test(context));
  }

  /**
   * Reads a rule such as {@code B -1:to|MODAL !+1:MARK}.
   *
   * @throws IllegalArgumentException if it cannot be read
   */
  static HeteronymRule parse(String line, Map<String, WordSet> classes) {
    String[] parts = line.strip().split("\\s+", -1);
    if (parts.length < 2 || (!parts[0].equals("A") && !parts[0].equals("B"))) {
      throw new IllegalArgumentException("no rule: " + line);
    }
    List<Predicate<Context>> conditions = new ArrayList<>();
    for (String part : Arrays.asList(parts).subList(1, parts.length)) {
      conditions.add(condition(part, classes));
    }
    return new HeteronymRule(parts[0].equals("B"), conditions);
  }

  private static Predicate<Context> condition(String text, Map<String, WordSet> classes) {
    if (text.startsWith("!")) {
      return condition(text.substring(1), classes).negate();
    }
    return switch (text) {
      case "*" -> context -> true;
      case "cap" -> context -> context.form() == Context.Form.CAPITALIZED && !context.isFirst();
      case "caps" -> context -> context.form() == Context.Form.CAPITALS;
      case "first" -> Context::isFirst;
      case "last" -> Context::isLast;
      default -> placed(text, classes);
    };
  }

  private static Predicate<Context> placed(String text, Map<String, WordSet> classes) {
    int colon = text.indexOf(':');
    if (colon < 1) {
      throw new IllegalArgumentException("no condition: " + text);
    }
    String place = text.substring(0, colon);
    String members = text.substring(colon + 1);
    if (members.startsWith("!")) {
      return placed(place + ":" + members.substring(1), classes).negate();
    }
    WordSet set = WordSet.of(Arrays.asList(members.split("\\|", -1)), classes);
    int dots = place.indexOf("..");
    if (place.equals("near")) {
      return context -> anyIn(context, set, -NEAR, NEAR);
    }
    int from = Integer.parseInt(dots < 0 ? place : place.substring(0, dots));
    int to = dots < 0 ? from : Integer.parseInt(place.substring(dots + 2));
    return context -> anyIn(context, set, from, to);
  }

  private static boolean anyIn(Context context, WordSet set, int from, int to) {
    for (int offset = from; offset <= to; offset++) {
      if (offset != 0 && set.contains(context.at(offset))) {
        return true;
      }
    }
    return false;
  }
}
