package myna.narration.read;

import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What many programs understand in Markdown and CommonMark does not: attributes of headings, struck
 * text, raised and lowered characters, short formulas. Code is left as it is.
 */
final class MarkdownMarks {
  private static final Pattern FENCE = Pattern.compile("\\s{0,3}(```|~~~).*");
  private static final Pattern ATTRIBUTES =
      Pattern.compile("^(#{1,6}[ \\t].*?)[ \\t]*\\{[#.][^{}]*}[ \\t]*$");

  private static final Pattern STRUCK = Pattern.compile("~~([^~]+)~~");
  private static final Pattern RAISED = Pattern.compile("\\^([\\p{L}\\p{N}+-]{1,6})\\^");
  private static final Pattern LOWERED = Pattern.compile("(?<=[\\p{L})])~([\\p{N}]{1,4})~");
  private static final Pattern FORMULA =
      Pattern.compile(
          "(?<![\\p{L}\\p{N}$])\\$(?=[\\p{L}\\\\(])([^$]{1,80}?)(?<!\\s)\\$(?![\\p{N}$])");

  private static final Pattern POWER = Pattern.compile("\\^\\{?([+-]?\\d{1,4})}?");
  private static final Pattern INDEX = Pattern.compile("_\\{?(\\d{1,4})}?");
  private static final String PLAIN = "0123456789+-";
  private static final String HIGH = "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻";
  private static final String LOW = "₀₁₂₃₄₅₆₇₈₉₊₋";

  private MarkdownMarks() {}

  /** The same text in CommonMark. */
  static String plain(String text) {
    StringBuilder plain = new StringBuilder();
    boolean code = false;
    for (String line : text.split("\n", -1)) {
      boolean fence = FENCE.matcher(line).matches();
      code ^= fence;
      boolean kept = code || fence || line.startsWith("    ");
      plain.append(plain.isEmpty() ? "" : "\n").append(kept ? line : line(line));
    }
    return plain.toString();
  }

  private static String line(String line) {
    String bare = ATTRIBUTES.matcher(line).replaceFirst("$1");
    String told = FORMULA.matcher(bare).replaceAll(MarkdownMarks::formula);
    String kept = STRUCK.matcher(told).replaceAll("<del>$1</del>");
    String raised = RAISED.matcher(kept).replaceAll(found -> moved(found, HIGH));
    return LOWERED.matcher(raised).replaceAll(found -> moved(found, LOW));
  }

  private static String formula(MatchResult formula) {
    String powers = POWER.matcher(formula.group(1)).replaceAll(found -> moved(found, HIGH));
    String indices = INDEX.matcher(powers).replaceAll(found -> moved(found, LOW));
    return Matcher.quoteReplacement(indices.replace("\\cdot", "·").replace("\\times", "×"));
  }

  /** Digits raised or lowered; letters, as in 4^th^, stay. */
  private static String moved(MatchResult found, String to) {
    StringBuilder moved = new StringBuilder();
    for (char c : found.group(1).toCharArray()) {
      int at = PLAIN.indexOf(c);
      moved.append(at < 0 ? c : to.charAt(at));
    }
    return Matcher.quoteReplacement(moved.toString());
  }
}
