package myna.narration.read;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Takes away what a typesetter puts around the text of every page: page numbers, running heads. */
final class PdfFurniture {
  private static final double MARGIN = 0.13;
  private static final int FEWEST_PAGES = 3;
  private static final int FEW_PAGES = 5; // of a short document, where twice is enough
  private static final Pattern NUMBER_FIRST =
      Pattern.compile(
          "^\\W*(?:page\\s+)?(\\d{1,4})\\b(?:\\s+of\\s+\\d+)?\\W*(.*)$", Pattern.CASE_INSENSITIVE);
  private static final Pattern NUMBER_LAST =
      Pattern.compile(
          "^(.*?)\\W*(?:page\\s+)?\\b(\\d{1,4})(?:\\s+of\\s+\\d+)?\\W*$", Pattern.CASE_INSENSITIVE);
  private static final Pattern NUMBER_ALONE = Pattern.compile("\\W*([ivxl]{1,7}|\\d{1,4})\\W*");

  private final Map<Integer, Integer> offsets = new HashMap<>();
  private final Map<String, Integer> heads = new HashMap<>();
  private final double bodySize;
  private final int fewest;
  private int offset;
  private boolean numbered;

  private PdfFurniture(double bodySize, int pages) {
    this.bodySize = bodySize;
    this.fewest = pages > 1 && pages <= FEW_PAGES ? 2 : FEWEST_PAGES;
  }

  /**
   * The lines without page numbers and running heads.
   *
   * @param lines of all pages
   * @param bodySize size of the letters of the text; larger lines are headings and stay
   */
  static List<PdfLine> remove(List<PdfLine> lines, double bodySize) {
    int pages = lines.isEmpty() ? 0 : lines.getLast().page() + 1;
    PdfFurniture furniture = new PdfFurniture(bodySize, pages);
    List<PdfLine> marginal = lines.stream().filter(furniture::isMarginal).toList();
    furniture.learn(marginal);
    List<PdfLine> kept = new ArrayList<>();
    for (PdfLine line : lines) {
      if (!furniture.isMarginal(line) || !furniture.isFurniture(line)) {
        kept.add(line);
      }
    }
    return kept;
  }

  private boolean isMarginal(PdfLine line) {
    double place = line.box().y() / line.box().pageHeight();
    return (place < MARGIN || place > 1 - MARGIN) && line.size() < 1.15 * bodySize;
  }

  /** A page number runs with the pages; a running head comes again on others. */
  private void learn(List<PdfLine> marginal) {
    for (PdfLine line : marginal) {
      numbers(line).forEach(number -> offsets.merge(number.value() - line.page(), 1, Integer::sum));
    }
    Optional<Map.Entry<Integer, Integer>> most =
        offsets.entrySet().stream().max(Map.Entry.comparingByValue());
    numbered = most.isPresent() && most.get().getValue() >= fewest;
    offset = most.map(Map.Entry::getKey).orElse(0);
    marginal.forEach(line -> heads.merge(key(line), 1, Integer::sum));
  }

  private boolean isFurniture(PdfLine line) {
    String key = key(line);
    return key.isEmpty() || NUMBER_ALONE.matcher(line.text()).matches() || heads.get(key) >= fewest;
  }

  /** What remains of a line without its page number. */
  private String key(PdfLine line) {
    String rest = line.text();
    for (PageNumber number : numbers(line)) {
      if (numbered && number.value() - line.page() == offset) {
        rest = number.rest();
      }
    }
    return rest.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]+", " ").strip();
  }

  /** A number at an end of a line, and what else the line says. */
  private record PageNumber(int value, String rest) {}

  private static List<PageNumber> numbers(PdfLine line) {
    List<PageNumber> numbers = new ArrayList<>();
    Matcher first = NUMBER_FIRST.matcher(line.text());
    if (first.matches()) {
      numbers.add(new PageNumber(Integer.parseInt(first.group(1)), first.group(2)));
    }
    Matcher last = NUMBER_LAST.matcher(line.text());
    if (last.matches()) {
      numbers.add(new PageNumber(Integer.parseInt(last.group(2)), last.group(1)));
    }
    return numbers.stream().distinct().toList();
  }
}
