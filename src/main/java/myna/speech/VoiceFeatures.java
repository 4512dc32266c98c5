package myna.speech;

/**
 * What the model keeps of a reference clip: made once, used for every sentence. The arrays are
 * owned by the record and are not changed.
 *
 * @param keys [layers][R][C]
 * @param values [layers][R][C]
 * @param style [S]
 * @param frames R
 */
public record VoiceFeatures(float[] keys, float[] values, float[] style, int frames) {}
