package myna.narration.speakers;

import myna.text.Span;

/**
 * Who says a quotation.
 *
 * @param block the number of its block in the chapter
 * @param quotation where it is in the block, with its marks
 * @param speaker who is likeliest
 * @param margin by how much everybody else is less likely
 */
public record Attribution(int block, Span quotation, Person speaker, double margin) {
  /** Below this, somebody else is nearly as likely. */
  private static final double SURE = 1.5;

  /** Whether it is clear enough to be spoken so. */
  public boolean isSure() {
    return margin >= SURE;
  }
}
