package myna.onnx.pack;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import java.util.EnumMap;
import java.util.Map;
import myna.onnx.PackException;
import myna.onnx.manifest.Manifest;
import myna.onnx.manifest.Role;
import myna.resgen.GeneratorNetwork;
import myna.resgen.adapt.AdaptedVoice;
import myna.speech.model.TextFeatures;
import myna.speech.model.VoiceFeatures;

/** The graphs that speak in a voice: the pack's own, or with what it is adapted by. */
final class VoiceGraphs implements AutoCloseable {
  private final Manifest manifest;
  private final OnnxRuntime runtime;
  private final Graph reference;
  private final Graph text;
  private final Graph generator;

  VoiceGraphs(Manifest manifest, OnnxRuntime runtime, Map<Role, Graph> graphs) {
    this.manifest = manifest;
    this.runtime = runtime;
    reference = graphs.get(Role.REFERENCE_ENCODER);
    text = graphs.get(Role.TEXT_ENCODER);
    generator = graphs.get(Role.GENERATOR);
  }

  /**
   * The graphs of a pack that is adapted to a voice.
   *
   * @throws PackException if that is another pack
   */
  static VoiceGraphs adapted(ModelPack pack, OnnxRuntime runtime, AdaptedVoice voice)
      throws PackException {
    Map<Role, Graph> graphs = new EnumMap<>(Role.class);
    for (var model : AdaptedGraphs.merge(pack, voice.additions()).entrySet()) {
      Manifest.GraphFile names = pack.manifest().graphs().get(model.getKey().key);
      graphs.put(model.getKey(), new Graph(runtime, model.getValue(), names));
    }
    return new VoiceGraphs(pack.manifest(), runtime, graphs);
  }

  /** As {@link myna.speech.model.SpeechModel#voice}. */
  VoiceFeatures voice(float[] latents) {
    Manifest.Widths widths = manifest.generator();
    int width = manifest.codec().latentWidth();
    int frames = latents.length / width;
    int memory = widths.layers() * frames * widths.keyWidth();
    try (OnnxTensor in = Tensors.of(runtime.environment(), latents, 1, frames, width);
        OrtSession.Result result =
            reference.run(reference.inputs(Map.of("latents", in)), Map.of())) {
      return new VoiceFeatures(
          new VoiceFeatures.Memory(
              reference.numbers(result, "keys", memory),
              reference.numbers(result, "values", memory)),
          reference.array(result, "style", widths.styleWidth()));
    } catch (OrtException e) {
      throw reference.failed(e);
    }
  }

  /** As {@link myna.speech.model.SpeechModel#text}. */
  TextFeatures text(int[] symbols, VoiceFeatures voice) {
    int length = symbols.length;
    try (OnnxTensor in = Tensors.of(runtime.environment(), symbols, 1, length);
        OnnxTensor style =
            Tensors.of(runtime.environment(), voice.style(), 1, voice.style().length);
        OrtSession.Result result =
            text.run(text.inputs(Map.of("phonemes", in, "style", style)), Map.of())) {
      return new TextFeatures(
          text.array(result, "text", length * manifest.generator().textWidth()),
          text.array(result, "log_durations", length));
    } catch (OrtException e) {
      throw text.failed(e);
    }
  }

  /** As {@link myna.speech.model.SpeechModel#generator}. */
  GeneratorNetwork generator(float[] features, VoiceFeatures voice, double guidance) {
    return new OnnxGenerator(generator, manifest, features, voice, guidance);
  }

  @Override
  public void close() {
    reference.close();
    text.close();
    generator.close();
  }
}
