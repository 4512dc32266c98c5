package myna.codec;

/** The trained parts of the codec. Calls may come from any thread, one at a time. */
public interface CodecNetwork {
  /**
   * Latents of a signal.
   *
   * @param samples [T], T a multiple of the hop
   * @return [L][d], L = T / hop
   * @throws NetworkException if the network cannot be evaluated
   */
  float[] encode(float[] samples);

  /**
   * The signal of latents.
   *
   * @param latents [L][d], sums of code vectors
   * @param noise [L * outputHop] standard normal, which the decoder shapes into the aperiodic part
   * @param turn share of a pitch period at the start of the frame {@code anchor}
   * @param anchor frame in [0, L) that {@code turn} belongs to
   * @throws NetworkException if the network cannot be evaluated
   */
  Decoded decode(float[] latents, float[] noise, float turn, int anchor);
}
