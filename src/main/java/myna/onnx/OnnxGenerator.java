package myna.onnx;

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
import myna.resgen.GeneratorNetwork;
import myna.resgen.Prediction;
import myna.speech.VoiceFeatures;

/**
 * The generator, bound to one text and voice. All tensors are made once; a step writes the two that
 * change into direct buffers that the runtime reads in place, and reads the prediction from others.
 * With guidance there are two rows, conditional and unconditional.
 */
final class OnnxGenerator implements GeneratorNetwork {
  private final Graph graph;
  private final int frames;
  private final int rows;
  private final FloatBuffer visible; // [B][L][d]
  private final LongBuffer depths; // [B][L]
  private final FloatBuffer logits; // [L][K]
  private final FloatBuffer mean; // [L][d]
  private final FloatBuffer coefficients; // [L][r]
  private final FloatBuffer logScale; // [L]
  private final List<OnnxTensor> tensors = new ArrayList<>();
  private final Map<String, OnnxTensor> inputs;
  private final Map<String, OnnxTensor> outputs;

  OnnxGenerator(
      Graph graph, Manifest manifest, float[] text, VoiceFeatures voice, double guidance) {
    Manifest.Widths widths = manifest.generator();
    int width = manifest.codec().latentWidth();
    this.graph = graph;
    frames = text.length / widths.textWidth();
    rows = guidance > 0 ? 2 : 1;
    visible = Tensors.floats(rows * frames * width);
    depths = Tensors.longs(rows * frames);
    logits = Tensors.floats(frames * widths.components());
    mean = Tensors.floats(frames * width);
    coefficients = Tensors.floats(frames * widths.rank());
    logScale = Tensors.floats(frames);
    try {
      inputs = graph.inputs(inputs(widths, width, text, voice, guidance));
      outputs = graph.outputs(outputs(widths, width));
    } catch (OrtException e) {
      close();
      throw graph.failed(e);
    }
  }

  private Map<String, OnnxTensor> inputs(
      Manifest.Widths widths, int width, float[] text, VoiceFeatures voice, double guidance)
      throws OrtException {
    long[] keys = {widths.layers(), voice.frames(), widths.keyWidth()};
    float[] flags = rows == 2 ? new float[] {1, 0} : new float[] {1};
    Map<String, OnnxTensor> map = new HashMap<>();
    map.put("visible", bound(visible, rows, frames, width));
    map.put("depth", kept(OnnxTensor.createTensor(environment(), depths, shape(rows, frames))));
    map.put("text", fixed(repeated(text), rows, frames, widths.textWidth()));
    map.put("keys", fixed(voice.keys(), keys));
    map.put("values", fixed(voice.values(), keys));
    map.put("style", fixed(voice.style(), 1, widths.styleWidth()));
    map.put("conditional", fixed(flags, rows));
    map.put("guidance", fixed(new float[] {(float) guidance}, 1));
    return map;
  }

  private Map<String, OnnxTensor> outputs(Manifest.Widths widths, int width) throws OrtException {
    return Map.of(
        "logits", bound(logits, 1, frames, widths.components()),
        "mean", bound(mean, 1, frames, width),
        "coefficients", bound(coefficients, 1, frames, widths.rank()),
        "log_scale", bound(logScale, 1, frames));
  }

  private float[] repeated(float[] text) {
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
  public void evaluate(float[] visibleSums, int[] visibleDepths, Prediction into) {
    visible.clear();
    depths.clear();
    for (int row = 0; row < rows; row++) {
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

  private static long[] shape(long... shape) {
    return shape;
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
