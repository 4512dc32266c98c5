package myna.onnx;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import java.util.Map;
import myna.codec.CodecNetwork;
import myna.codec.Decoded;
import myna.codec.Framing;

/** The codec's encoder and decoder. */
final class OnnxCodecNetwork implements CodecNetwork {
  private final Graph encoder;
  private final Graph decoder;
  private final int width;
  private final int phasesPerFrame;
  private final Framing framing;

  /**
   * The networks.
   *
   * @param width d
   * @param phasesPerFrame equal parts of a frame that the decoder counts pitch periods by
   */
  OnnxCodecNetwork(Graph encoder, Graph decoder, int width, int phasesPerFrame, Framing framing) {
    this.encoder = encoder;
    this.decoder = decoder;
    this.width = width;
    this.phasesPerFrame = phasesPerFrame;
    this.framing = framing;
  }

  @Override
  public float[] encode(float[] samples) {
    int hop = framing.hop();
    if (samples.length == 0 || samples.length % hop != 0) {
      throw new IllegalArgumentException(samples.length + " samples are no whole frames of " + hop);
    }
    try (OnnxTensor in = Tensors.of(encoder.environment(), samples, 1, samples.length);
        OrtSession.Result result = encoder.run(encoder.inputs(Map.of("samples", in)), Map.of())) {
      return encoder.array(result, "latents", samples.length / hop * width);
    } catch (OrtException e) {
      throw encoder.failed(e);
    }
  }

  @Override
  public Decoded decode(float[] latents, float[] noise, float turn, int anchor) {
    int frames = latents.length / width;
    if (frames == 0
        || latents.length % width != 0
        || noise.length != frames * framing.outputHop()) {
      throw new IllegalArgumentException(
          "latents of %d and noise of %d numbers".formatted(latents.length, noise.length));
    }
    try (OnnxTensor in = Tensors.of(decoder.environment(), latents, 1, frames, width);
        OnnxTensor random = Tensors.of(decoder.environment(), noise, 1, noise.length);
        OnnxTensor share = Tensors.of(decoder.environment(), new float[] {turn}, 1);
        OnnxTensor start =
            Tensors.of(decoder.environment(), new int[] {anchor * phasesPerFrame}, 1);
        OrtSession.Result result =
            decoder.run(
                decoder.inputs(
                    Map.of("latents", in, "noise", random, "turn", share, "anchor", start)),
                Map.of())) {
      float[] samples = decoder.array(result, "samples", noise.length);
      return new Decoded(
          samples,
          decoder.gives("turns")
              ? decoder.array(result, "turns", frames * phasesPerFrame)
              : new float[0]);
    } catch (OrtException e) {
      throw decoder.failed(e);
    }
  }
}
