package myna.text;

/**
 * What marks in the text ask of the voice.
 *
 * @param rate speed relative to the speaker's own, 1 if nothing was asked, above 1 is faster
 * @param voice name of the voice, or null for the one in use
 */
public record Controls(double rate, String voice) {
  /** Nothing was asked. */
  public static final Controls NONE = new Controls(1, null);

  public Controls {
    if (!(rate > 0)) {
      throw new IllegalArgumentException("rate " + rate);
    }
  }
}
