package myna.script;

import myna.text.Sentence;

/**
 * A sentence to be spoken in one go.
 *
 * @param text as it is written, marks and all
 * @param sentence its words; their spans point into the text that the line is part of
 */
public record Line(String text, Sentence sentence) {
  /** The place of {@link #text} in the text that it is part of. */
  public int offset() {
    return sentence.source().start();
  }
}
