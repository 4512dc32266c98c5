package myna.onnx.pack;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import java.nio.FloatBuffer;
import java.nio.LongBuffer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import myna.onnx.manifest.Manifest;
import myna.resgen.GeneratorNetwork;
import myna.resgen.Prediction;
import myna.speech.model.VoiceFeatures;

/**
 * The generator, bound to one text and voice. All tensors are made once; a step writes the two that
 * change into direct buffers that the runtime reads in place, and reads the prediction from others.
 * A guided step evaluates two rows, conditional and unconditional, another the first of them alone.
 */
final class OnnxGenerator implements GeneratorNetwork {
  private final Graph graph;
  private final Manifest.Widths widths;
  private final int width;
  private final int frames;
  private final FloatBuffer visible; // [2][L][d]
  private final LongBuffer depths; // [2][L]
  private final FloatBuffer logits; // [L][K]
  private final FloatBuffer mean; // [L][d]
  private final FloatBuffer coefficients; // [L][r]
  private final FloatBuffer logScale; // [L]
  private final List<OnnxTensor> tensors = new ArrayList<>();
  private final Map<String, OnnxTensor> alone; // inputs of one row
  private final Map<String, OnnxTensor> guided; // inputs of two rows
  private final Map<String, OnnxTensor> outputs;

  OnnxGenerator(
      Graph graph, Manifest manifest, float[] text, VoiceFeatures voice, double guidance) {
    this.graph = graph;
    widths = manifest.generator();
    width = manifest.codec().latentWidth();
    frames = text.length / widths.textWidth();
    visible = Tensors.floats(2 * frames * width);
    depths = Tensors.longs(2 * frames);
    logits = Tensors.floats(frames * widths.components());
    mean = Tensors.floats(frames * width);
    coefficients = Tensors.floats(frames * widths.rank());
    logScale = Tensors.floats(frames);
    try {
      Map<String, OnnxTensor> shared = shared(voice, guidance);
      alone = graph.inputs(inputs(shared, text, 1));
      guided = guidance > 0 ? graph.inputs(inputs(shared, text, 2)) : alone;
      outputs = graph.outputs(outputs());
    } catch (OrtException e) {
      close();
      throw graph.failed(e);
    }
  }

  private Map<String, OnnxTensor> shared(VoiceFeatures voice, double guidance) throws OrtException {
    Map<String, OnnxTensor> map = new HashMap<>();
    putMemory("keys", voice.memory().keys(), map);
    putMemory("values", voice.memory().values(), map);
    map.put("style", fixed(voice.style(), 1, widths.styleWidth()));
    map.put("guidance", fixed(new float[] {(float) guidance}, 1));
    return map;
  }

  private void putMemory(String role, VoiceFeatures.Numbers numbers, Map<String, OnnxTensor> map)
      throws OrtException {
    if (!graph.isByLayer(role)) {
      map.put(role, bound(numbers.flat(), numbers.shape()));
      return;
    }
    for (int i = 0; i < widths.layers(); i++) {
      VoiceFeatures.Numbers own = numbers.at(i);
      map.put(Graph.ofLayer(role + "." + Graph.LAYER, i), bound(own.flat(), own.shape()));
    }
  }

  private Map<String, OnnxTensor> inputs(Map<String, OnnxTensor> shared, float[] text, int rows)
      throws OrtException {
    Map<String, OnnxTensor> map = new HashMap<>(shared);
    map.put("visible", bound(visible.slice(0, rows * frames * width), rows, frames, width));
    LongBuffer ofRows = depths.slice(0, rows * frames);
    map.put(
        "depth", kept(OnnxTensor.createTensor(environment(), ofRows, new long[] {rows, frames})));
    map.put("text", fixed(repeated(text, rows), rows, frames, widths.textWidth()));
    map.put("conditional", fixed(rows == 2 ? new float[] {1, 0} : new float[] {1}, rows));
    return map;
  }

  private Map<String, OnnxTensor> outputs() throws OrtException {
    return Map.of(
        "logits", bound(logits, 1, frames, widths.components()),
        "mean", bound(mean, 1, frames, width),
        "coefficients", bound(coefficients, 1, frames, widths.rank()),
        "log_scale", bound(logScale, 1, frames));
  }

  private static float[] repeated(float[] text, int rows) {
    float[] all = new float[rows * text.length];
    for (int row = 0; row < rows; row++) {
      System.arraycopy(text, 0, all, row * text.length, text.length);
    }
    return all;
  }

  @Override
  public int frames() {
    return frames;
  }

  @Override
  public void evaluate(
      float[] visibleSums, int[] visibleDepths, boolean guidedStep, Prediction into) {
    Map<String, OnnxTensor> inputs = guidedStep ? guided : alone;
    visible.clear();
    depths.clear();
    for (int row = 0; row < 2; row++) {
      visible.put(visibleSums);
      for (int depth : visibleDepths) {
        depths.put(depth);
      }
    }
    try (OrtSession.Result _ = graph.run(inputs, outputs)) {
      logits.clear().get(into.logits());
      mean.clear().get(into.mean());
      coefficients.clear().get(into.coefficients());
      logScale.clear().get(into.logScale());
    }
  }

  private OnnxTensor fixed(float[] values, long... shape) throws OrtException {
    return kept(Tensors.of(environment(), values, shape));
  }

  private OnnxTensor bound(FloatBuffer buffer, long... shape) throws OrtException {
    return kept(OnnxTensor.createTensor(environment(), buffer, shape));
  }

  private OnnxTensor kept(OnnxTensor tensor) {
    tensors.add(tensor);
    return tensor;
  }

  private OrtEnvironment environment() {
    return graph.environment();
  }

  @Override
  public void close() {
    tensors.forEach(OnnxTensor::close);
    tensors.clear();
  }
}
