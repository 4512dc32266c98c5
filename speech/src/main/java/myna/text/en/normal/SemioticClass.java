package myna.text.en.normal;

/**
 * One kind of written form that is not said as it is written: dates, money, measures ...
 *
 * <p>Semiotic classes after Taylor, Text-to-Speech Synthesis (2009), chapter 4. Implementations are
 * final, hold no state that changes, and look at no more than {@link Cursor#WINDOW} characters
 * after the cursor.
 */
interface SemioticClass {
  /** Reads what starts at the cursor, or returns null if that is not of this class. */
  Reading read(Cursor cursor);

  /**
   * Whether a form of this class can start with this character; a quick check before {@link #read}.
   */
  boolean startsWith(char first);
}
