package myna.narration.script;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import myna.text.RomanNumerals;
import myna.text.Span;

/**
 * A heading with its numbers in figures, which are read as numbers, where they are Roman numerals:
 * {@code CHAPTER IV.}, {@code XII}, {@code I. Down the Rabbit-Hole}.
 */
final class HeadingNumerals {
  /** Single letters above ten are rather initials or the names of parts. */
  private static final String NUMERAL =
      "(?![clCL](?!\\p{L}))(?=[ivxlcIVXLC])([IVXLC]+|[ivxlc]+)(?![\\p{L}\\p{N}'’])";

  private static final Pattern NUMBERED =
      Pattern.compile(
          "(?i:(?<!\\p{L})(?:chapter|chap\\.|stave|part|book|canto|act|scene|section|letter|volume"
              + "|vol\\.|lecture|adventure)\\s+)"
              + NUMERAL
              // By itself, before a stop, but not before an initial: "I. The Start", no "V. S."
              + "|^"
              + NUMERAL
              + "(?=[.:]?$|[.:]\\s+(?!\\p{Lu}\\.)|\\s*[—–])");

  private static final String VALID = "C{0,3}(XC|XL|L?X{0,3})(IX|IV|V?I{0,3})";

  private final StringBuilder text = new StringBuilder();
  private final List<Span> sources = new ArrayList<>(); // of each UTF-16 unit of text

  private HeadingNumerals() {}

  static HeadingNumerals of(String heading) {
    HeadingNumerals read = new HeadingNumerals();
    Matcher matcher = NUMBERED.matcher(heading);
    int at = 0;
    while (matcher.find()) {
      int group = matcher.group(1) == null ? 2 : 1;
      String numeral = matcher.group(group).toUpperCase(Locale.ROOT);
      if (numeral.matches(VALID)) {
        read.copy(heading, at, matcher.start(group));
        read.put(
            Integer.toString(RomanNumerals.value(numeral)),
            new Span(matcher.start(group), matcher.end(group)));
        at = matcher.end(group);
      }
    }
    read.copy(heading, at, heading.length());
    return read;
  }

  private void copy(String heading, int from, int to) {
    for (int i = from; i < to; i++) {
      text.append(heading.charAt(i));
      sources.add(new Span(i, i + 1));
    }
  }

  private void put(String figures, Span source) {
    text.append(figures);
    figures.chars().forEach(figure -> sources.add(source));
  }

  /** The heading as it is to be read. */
  String text() {
    return text.toString();
  }

  /** What of the heading a stretch of {@link #text} was made of. */
  Span source(Span span) {
    if (sources.isEmpty()) {
      return span;
    }
    if (span.length() == 0) {
      int at = span.start() < sources.size() ? sources.get(span.start()).start() : end();
      return new Span(at, at);
    }
    return new Span(sources.get(span.start()).start(), sources.get(span.end() - 1).end());
  }

  private int end() {
    return sources.getLast().end();
  }
}
