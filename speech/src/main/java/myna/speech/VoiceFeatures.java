package myna.speech;

import myna.resgen.adapt.AdaptedVoice;

/**
 * What the model keeps of a reference clip: made once, used for every sentence. The arrays are
 * owned by the record and are not changed.
 *
 * @param memory of the clip
 * @param style [S]
 * @param rhythm of the voice
 * @param adapted what the model's weights gain for this voice, null for nothing
 */
public record VoiceFeatures(Memory memory, float[] style, Rhythm rhythm, AdaptedVoice adapted) {
  /** A voice of usual rhythm that the model is not adapted to. */
  public VoiceFeatures(float[] keys, float[] values, float[] style, int frames) {
    this(new Memory(keys, values, frames), style, Rhythm.USUAL, null);
  }

  /**
   * What the generator listens to in every layer.
   *
   * @param keys [layers][R][C]
   * @param values [layers][R][C]
   * @param frames R
   */
  public record Memory(float[] keys, float[] values, int frames) {}

  VoiceFeatures withRhythm(Rhythm other) {
    return new VoiceFeatures(memory, style, other, adapted);
  }

  /** These features as the adapted model gave them. */
  public VoiceFeatures withAdapted(AdaptedVoice voice) {
    return new VoiceFeatures(memory, style, rhythm, voice);
  }
}
