package myna.codec;

/**
 * What the decoder made of latents. The arrays are owned by the record.
 *
 * @param samples [L * outputHop]
 * @param turns [h * L] share of a pitch period, in [0, 1), at the start of each of the h equal
 *     parts of every frame; empty where the decoder has no source that follows a pitch
 */
public record Decoded(float[] samples, float[] turns) {}
