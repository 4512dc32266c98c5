package myna.text.en.normal;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The currencies of assets/text/currencies.tsv. */
final class Currencies {
  /** Names of a currency and of its hundredth; the latter are null where it has none in use. */
  record Currency(String one, String many, String minorOne, String minorMany) {}

  private final Map<String, Currency> byMark = new HashMap<>();
  private final Set<Character> firsts = new HashSet<>();

  Currencies() {
    for (String[] row : Facts.table("currencies.tsv", 5)) {
      firsts.add(row[0].charAt(0));
      byMark.put(row[0], new Currency(row[1], row[2], orNull(row[3]), orNull(row[4])));
    }
  }

  private static String orNull(String cell) {
    return cell.equals("-") ? null : cell;
  }

  Currency get(String mark) {
    return byMark.get(mark);
  }

  /** An alternative that matches any mark, longest first. */
  String marks() {
    return byMark.keySet().stream()
        .sorted((a, b) -> a.length() == b.length() ? a.compareTo(b) : b.length() - a.length())
        .map(Pattern::quote)
        .collect(Collectors.joining("|"));
  }

  /** Whether some mark starts with this character. */
  boolean startsMark(char first) {
    return firsts.contains(first);
  }
}
