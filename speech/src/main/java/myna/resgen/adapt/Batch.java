package myna.resgen.adapt;

/**
 * Crops of utterances, masked; what is shorter than the shape is padded, and masks tell. Arrays are
 * reused from batch to batch.
 *
 * @param shape of the batch
 * @param spoken of the phonemes
 * @param frames of the crops
 * @param reference [R][d] sums of all code vectors of other utterances
 * @param conditional [B] 1 where text and reference are given, else 0
 */
public record Batch(
    BatchShape shape, Spoken spoken, Frames frames, float[] reference, float[] conditional) {
  /** An empty batch. */
  static Batch of(BatchShape shape) {
    int phonemes = shape.crops() * shape.phonemes();
    int frames = shape.crops() * shape.frames();
    int latents = frames * shape.latent();
    return new Batch(
        shape,
        new Spoken(
            new int[phonemes], new float[phonemes], new float[phonemes], new float[phonemes]),
        new Frames(
            new int[frames],
            new int[frames],
            new float[latents],
            new float[latents],
            new float[frames]),
        new float[shape.reference() * shape.latent()],
        new float[shape.crops()]);
  }

  /**
   * The phonemes of the crops.
   *
   * @param symbols [B][N] ids
   * @param inside [B][N] 1 where there is a phoneme, else 0
   * @param durations [B][N] natural logarithm of frames
   * @param heed [B][N] how much the duration counts
   */
  public record Spoken(int[] symbols, float[] inside, float[] durations, float[] heed) {}

  /**
   * The frames of the crops.
   *
   * @param place [B][L] which phoneme is spoken
   * @param depth [B][L] visible tokens
   * @param visible [B][L][d] sum of the visible tokens' vectors
   * @param target [B][L][d] sum of the masked tokens' vectors
   * @param inside [B][L] 1 where there is a frame, else 0
   */
  public record Frames(int[] place, int[] depth, float[] visible, float[] target, float[] inside) {}
}
