package myna.text.marks;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The five entities of XML, and character references. */
final class Entities {
  private static final Pattern REFERENCE = Pattern.compile("&(#x?[0-9A-Fa-f]{1,6}|[a-z]{2,6});");

  private Entities() {}

  /** What an entity stands for, without its ampersand and semicolon; null if it is not known. */
  static String value(String name) {
    return switch (name) {
      case "amp" -> "&";
      case "lt" -> "<";
      case "gt" -> ">";
      case "quot" -> "\"";
      case "apos" -> "'";
      case "nbsp" -> " ";
      default -> name.startsWith("#") ? character(name) : null;
    };
  }

  private static String character(String name) {
    boolean hex = name.startsWith("#x");
    String digits = name.substring(hex ? 2 : 1);
    if (digits.isEmpty() || (!hex && !digits.chars().allMatch(Character::isDigit))) {
      return null;
    }
    int code = Integer.parseInt(digits, hex ? 16 : 10);
    boolean valid =
        Character.isValidCodePoint(code) && Character.getType(code) != Character.SURROGATE;
    return valid ? Character.toString(code) : null;
  }

  /** A text with its entities replaced; unknown ones stay. */
  static String resolve(String text) {
    Matcher reference = REFERENCE.matcher(text);
    return reference.replaceAll(
        match -> {
          String value = value(match.group(1));
          return Matcher.quoteReplacement(value == null ? match.group() : value);
        });
  }
}
