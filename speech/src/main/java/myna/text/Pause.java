package myna.text;

/**
 * Silence that follows a word or a sentence.
 *
 * @param kind why there is a pause
 * @param seconds its length at normal speed, 0 or more
 */
public record Pause(Kind kind, double seconds) {
  /**
   * Why a reader pauses, from the weakest to the strongest: PHRASE is a breath in a long run of
   * words, EXPLICIT was asked for by a mark.
   */
  public enum Kind {
    NONE,
    PHRASE,
    COMMA,
    CLAUSE,
    SENTENCE,
    PARAGRAPH,
    HEADING,
    EXPLICIT
  }

  /** No pause at all. */
  public static final Pause NONE = new Pause(Kind.NONE, 0);

  public Pause {
    if (!(seconds >= 0)) {
      throw new IllegalArgumentException("pause of " + seconds + " s");
    }
  }
}
