package myna.narration.script;

import java.util.ArrayList;
import java.util.List;
import myna.text.Span;

/** Finds what is said by somebody in a text: what stands in quotation marks. */
final class Quotations {
  private static final String OPENING = "“«„";
  private static final String CLOSING = "”»“";

  private Quotations() {}

  /**
   * The quotations of a block, with their marks. One that is not closed goes on to the end, as
   * speeches of several paragraphs do.
   */
  static List<Span> of(String text) {
    List<Span> spans = new ArrayList<>();
    int open = -1;
    char close = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (open < 0 && opens(c)) {
        open = i;
        close = c == '"' ? '"' : CLOSING.charAt(OPENING.indexOf(c));
      } else if (open >= 0 && c == close) {
        spans.add(new Span(open, i + 1));
        open = -1;
      }
    }
    if (open >= 0) {
      spans.add(new Span(open, text.length()));
    }
    return spans;
  }

  private static boolean opens(char c) {
    return c == '"' || OPENING.indexOf(c) >= 0;
  }
}
