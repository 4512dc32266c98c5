package myna.speech;

/**
 * What the model makes of a sentence's symbols. The arrays are owned by the record.
 *
 * @param text [N][H]
 * @param logDurations [N] natural logarithm of the duration in frames
 */
public record TextFeatures(float[] text, float[] logDurations) {
  /** H. */
  public int width() {
    return text.length / logDurations.length;
  }
}
