package myna.narration.read;

import java.util.HashMap;
import java.util.Map;
import myna.narration.read.FormHeadings.Form;

/** Finds the form of a paragraph while its letters come in, run by run. */
final class FormMeter {
  private final Map<Double, Integer> sizes = new HashMap<>();
  private int letters;
  private int bold;
  private boolean centred;
  private boolean onTop;
  private boolean nextOnTop;

  /** A run of letters of one size, in points. */
  void add(String text, double size, boolean isBold) {
    int length = text.strip().length();
    sizes.merge(size, length, Integer::sum);
    letters += length;
    bold += isBold ? length : 0;
  }

  void centre(boolean on) {
    centred = on;
  }

  /** A new page begins: with this paragraph, or with the next one where letters came already. */
  void breakPage() {
    onTop |= letters == 0;
    nextOnTop |= letters > 0;
  }

  /** The form of the paragraph that ends; one without letters hands its page break on. */
  Form take() {
    double size =
        sizes.entrySet().stream()
            .max(Map.Entry.comparingByValue())
            .map(Map.Entry::getKey)
            .orElse(0.0);
    Form form = new Form(size, letters > 0 && bold == letters, centred, onTop);
    onTop = nextOnTop || (letters == 0 && onTop);
    nextOnTop = false;
    sizes.clear();
    letters = 0;
    bold = 0;
    centred = false;
    return form;
  }
}
