package myna.resgen.adapt;

/**
 * The one shape of batch that a step takes.
 *
 * @param crops B
 * @param frames L of a crop, at most
 * @param phonemes N of a crop, at most
 * @param reference R frames that all crops listen to
 * @param latent d
 */
public record BatchShape(int crops, int frames, int phonemes, int reference, int latent) {}
