package myna.codec;

import java.util.Arrays;

/** The codec: samples to tokens and back. */
public final class Codec {
  private final CodecNetwork network;
  private final ResidualQuantizer quantizer;
  private final Framing framing;

  /**
   * A codec.
   *
   * @param framing of its signals
   */
  public Codec(CodecNetwork network, ResidualQuantizer quantizer, Framing framing) {
    this.network = network;
    this.quantizer = quantizer;
    this.framing = framing;
  }

  /** How frames and samples go together. */
  public Framing framing() {
    return framing;
  }

  /** The quantizer between the two networks. */
  public ResidualQuantizer quantizer() {
    return quantizer;
  }

  /**
   * Tokens of a signal, which is padded with zeros to whole frames.
   *
   * @param samples [T] at the rate of what is encoded
   */
  public Tokens encode(float[] samples) {
    if (samples.length == 0) {
      return new Tokens(new int[0], 0, quantizer.codebooks().depth());
    }
    return quantizer.encode(network.encode(padded(samples)));
  }

  /**
   * The signal of tokens.
   *
   * @param tokens [L][D], or fewer depths for a coarser signal
   * @param seed of the noise that the decoder shapes
   * @return [L * outputHop]
   */
  public float[] decode(Tokens tokens, long seed) {
    if (tokens.frames() == 0) {
      return new float[0];
    }
    return stream(tokens, seed).next(tokens.frames());
  }

  /** Like {@link #decode}, but piece by piece. */
  public CodecStream stream(Tokens tokens, long seed) {
    CodecStream stream = stream(seed);
    stream.add(tokens);
    stream.end();
    return stream;
  }

  /** A stream of tokens that are yet to come. */
  public CodecStream stream(long seed) {
    return new CodecStream(network, quantizer, framing, seed);
  }

  /**
   * What is left of a signal that goes through the codec, cut to its own duration.
   *
   * @param samples [T]
   * @param depths how many depths to keep, in [1, D]
   * @param seed of the decoder's noise
   * @return [T * outputHop / hop]
   */
  public float[] roundTrip(float[] samples, int depths, long seed) {
    float[] decoded = decode(encode(samples).prefix(depths), seed);
    return Arrays.copyOf(decoded, framing.decoded(samples.length));
  }

  private float[] padded(float[] samples) {
    return samples.length % framing.hop() == 0
        ? samples
        : Arrays.copyOf(samples, Math.multiplyExact(framing.frames(samples.length), framing.hop()));
  }
}
