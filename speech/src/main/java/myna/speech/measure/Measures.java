package myna.speech.measure;

/**
 * What was measured of one clip.
 *
 * @param seconds length
 * @param errors by the model's ear
 * @param words of the text
 * @param heard words of the text that the self-check hears
 * @param opinion or null where there is no meter
 * @param likeness to the reference's voice, or null where the model has no speaker network
 */
public record Measures(
    double seconds,
    PhonemeErrors errors,
    int words,
    int heard,
    OpinionMeter.Opinion opinion,
    Likeness likeness) {

  /**
   * Whose voice it is.
   *
   * @param similarity cosine to the reference's voice
   * @param nearest whether no other voice that is known is nearer
   */
  public record Likeness(double similarity, boolean nearest) {}
}
