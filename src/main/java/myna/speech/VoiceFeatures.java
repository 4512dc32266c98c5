package myna.speech;

/**
 * What the model keeps of a reference clip: made once, used for every sentence. The arrays are
 * owned by the record and are not changed.
 *
 * @param keys [layers][R][C]
 * @param values [layers][R][C]
 * @param style [S]
 * @param frames R
 * @param rhythm of the voice
 */
public record VoiceFeatures(
    float[] keys, float[] values, float[] style, int frames, Rhythm rhythm) {
  /** A voice of usual rhythm. */
  public VoiceFeatures(float[] keys, float[] values, float[] style, int frames) {
    this(keys, values, style, frames, Rhythm.USUAL);
  }

  VoiceFeatures withRhythm(Rhythm other) {
    return new VoiceFeatures(keys, values, style, frames, other);
  }
}
