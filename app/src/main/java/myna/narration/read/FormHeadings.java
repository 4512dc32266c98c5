package myna.narration.read;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.IntStream;

/**
 * Headings of a text document by their form, for documents whose author uses no styles: large,
 * bold, centred, at the top of a page.
 */
final class FormHeadings {
  private static final double LARGER = 1.15;
  private static final int LONGEST = 100;
  private static final int ENOUGH = 2;
  private static final double MOST_OF_ALL = 0.34;
  private static final int DEEPEST = 3;

  /**
   * How a paragraph looks.
   *
   * @param size of most of its letters in points; 0 where the file does not say
   * @param bold whether all of its letters are
   * @param centred whether its lines are
   * @param onTop whether a new page begins with it
   */
  record Form(double size, boolean bold, boolean centred, boolean onTop) {
    /** Nothing is known of it. */
    static final Form PLAIN = new Form(0, false, false, false);
  }

  /**
   * A paragraph.
   *
   * @param level 1 to 6 where the file says that it is a heading, otherwise 0
   */
  record Paragraph(String text, int level, Form form) {}

  private final List<Paragraph> paragraphs;
  private final double bodySize;
  private final boolean bodyBold;
  private final boolean bodyCentred;

  private FormHeadings(List<Paragraph> paragraphs) {
    this.paragraphs = paragraphs;
    Map<Double, Integer> letters = new HashMap<>();
    paragraphs.forEach(p -> letters.merge(p.form.size, p.text.length(), Integer::sum));
    bodySize =
        letters.entrySet().stream()
            .max(Map.Entry.comparingByValue())
            .map(Map.Entry::getKey)
            .orElse(0.0);
    int all = lettersOf(paragraphs);
    bodyBold = 2 * lettersOf(paragraphs.stream().filter(p -> p.form.bold).toList()) > all;
    bodyCentred = 2 * lettersOf(paragraphs.stream().filter(p -> p.form.centred).toList()) > all;
  }

  private static int lettersOf(List<Paragraph> some) {
    return some.stream().mapToInt(p -> p.text.length()).sum();
  }

  /**
   * The level of each paragraph: as the file has it where it has more than a title, otherwise by
   * form.
   */
  static List<Integer> levels(List<Paragraph> paragraphs) {
    List<Integer> stated = paragraphs.stream().map(Paragraph::level).toList();
    if (stated.stream().filter(level -> level > 0).count() > 1) {
      return stated;
    }
    List<Integer> found = new FormHeadings(paragraphs).find();
    List<Paragraph> headings =
        IntStream.range(0, found.size())
            .filter(i -> found.get(i) > 0)
            .mapToObj(paragraphs::get)
            .toList();
    return lettersOf(headings) > MOST_OF_ALL * lettersOf(paragraphs) ? stated : found;
  }

  /** Of several sizes the largest is the outermost level. */
  private List<Integer> find() {
    TreeSet<Double> sizes = new TreeSet<>();
    paragraphs.stream().filter(this::isHeading).forEach(p -> sizes.add(p.form.size));
    List<Integer> levels = new ArrayList<>();
    for (Paragraph paragraph : paragraphs) {
      int rank = sizes.tailSet(paragraph.form.size, false).size() + 1;
      levels.add(isHeading(paragraph) ? Math.min(rank, DEEPEST) : paragraph.level);
    }
    return levels;
  }

  private boolean isHeading(Paragraph paragraph) {
    String text = paragraph.text;
    if (paragraph.level > 0
        || text.length() > LONGEST
        || Tidy.isOrnament(text)
        || text.matches(".*[,;:]|[\"“‘*•-].*")) {
      return false;
    }
    int level = TextHeadings.level(new TextLayout.Group(List.of(text), 1));
    boolean named = level == 1 || level == 2;
    boolean loud = text.equals(text.toUpperCase(Locale.ROOT));
    if (Tidy.endsSentence(text) && !named && !loud) {
      return false;
    }
    Form form = paragraph.form;
    int points = form.size > LARGER * bodySize ? 2 : 0;
    points += form.bold && !bodyBold ? 1 : 0;
    points += form.centred && !bodyCentred ? 1 : 0;
    points += form.onTop ? 1 : 0;
    points += named ? (TextHeadings.isNumeral(text) ? 1 : 2) : 0;
    return points >= ENOUGH;
  }
}
