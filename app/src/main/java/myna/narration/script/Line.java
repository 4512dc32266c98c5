package myna.narration.script;

import myna.text.Sentence;

/**
 * A sentence of a block: what is rendered in one go.
 *
 * @param text as it stands in the book, for subtitles
 * @param sentence its words; their spans point into the block's text, the voices of their controls
 *     are roles
 */
public record Line(String text, Sentence sentence) {
  /** The place of a word in {@link #text}; 0 where the sentence starts. */
  public int offset() {
    return sentence.source().start();
  }
}
