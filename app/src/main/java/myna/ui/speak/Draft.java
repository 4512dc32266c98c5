package myna.ui.speak;

/**
 * What was on the speak page, kept from one start to the next.
 *
 * @param text in the editor
 * @param voice identifier of the voice, "" for none
 * @param speed relative to the speaker's own
 * @param pauses factor on pauses
 * @param seed of all random numbers
 */
public record Draft(String text, String voice, double speed, double pauses, long seed) {
  /** Nothing written yet. */
  public static final Draft EMPTY = new Draft("", "", 1, 1, 0);

  public Draft {
    text = text == null ? "" : text;
    voice = voice == null ? "" : voice;
    speed = speed == 0 ? 1 : Math.clamp(speed, Manner.SLOWEST, Manner.FASTEST);
    pauses = Math.clamp(pauses, 0, Manner.LONGEST_PAUSES);
  }
}
