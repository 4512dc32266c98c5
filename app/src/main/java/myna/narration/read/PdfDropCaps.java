package myna.narration.read;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Puts the large letter that a chapter begins with, two lines high or more, before its word. */
final class PdfDropCaps {
  private static final double TIMES_AS_LARGE = 1.6;
  private static final Pattern LETTER = Pattern.compile("[\"“‘'«]?\\p{Lu}");
  private static final Pattern WORD = Pattern.compile("^\\p{L}+");
  private static final String WORDS = "AIO"; // letters that are words by themselves

  private final ListedWords words = new ListedWords();

  /** Whether a line is a letter that is too large to stand in the line of another. */
  static boolean isDropCap(PdfLine line, PdfLine beside) {
    return line.size() > TIMES_AS_LARGE * beside.size() && LETTER.matcher(line.text()).matches();
  }

  /** The lines of a page, each such letter joined to the first of the lines beside it. */
  List<PdfLine> join(List<PdfLine> page) {
    List<PdfLine> joined = new ArrayList<>(page);
    for (PdfLine cap : page) {
      List<Integer> beside = new ArrayList<>();
      for (int i = 0; i < joined.size(); i++) {
        if (isDropCap(cap, joined.get(i)) && isBeside(cap, joined.get(i))) {
          beside.add(i);
        }
      }
      if (!beside.isEmpty()) {
        join(joined, cap, beside);
      }
    }
    return joined;
  }

  private void join(List<PdfLine> lines, PdfLine cap, List<Integer> beside) {
    int first = beside.getFirst();
    for (int i : beside) {
      PdfLine line = lines.get(i);
      first = line.box().y() < lines.get(first).box().y() ? i : first;
      lines.set(i, reaching(line, cap, line.text()));
    }
    PdfLine line = lines.get(first);
    lines.set(first, reaching(line, cap, before(cap.text(), line.text())));
    lines.remove(cap);
  }

  /** The line as if it began where the letter stands, so that it does not look indented. */
  private static PdfLine reaching(PdfLine line, PdfLine cap, String text) {
    var box = line.box();
    var reach = new PdfLine.Box(cap.box().left(), box.right(), box.y(), box.pageHeight());
    return new PdfLine(text, reach, line.size(), line.page(), line.column());
  }

  private String before(String cap, String text) {
    String letter = cap.substring(cap.length() - 1);
    Matcher word = WORD.matcher(text);
    boolean apart = WORDS.contains(letter) && word.find() && !words.has(letter + word.group());
    return cap + (apart ? " " : "") + text;
  }

  private static boolean isBeside(PdfLine cap, PdfLine line) {
    double gap = line.box().left() - cap.box().right();
    double above = cap.box().y() - line.box().y();
    return gap > -line.size() && gap < 2 * line.size() && above > -1 && above < cap.size();
  }
}
