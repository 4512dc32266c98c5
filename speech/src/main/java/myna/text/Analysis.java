package myna.text;

import java.util.List;

/**
 * A text made ready to be spoken.
 *
 * @param sentences in the order of the text; their spans do not overlap
 * @param problems in the order of the text
 */
public record Analysis(List<Sentence> sentences, List<Problem> problems) {
  public Analysis {
    sentences = List.copyOf(sentences);
    problems = List.copyOf(problems);
  }
}
