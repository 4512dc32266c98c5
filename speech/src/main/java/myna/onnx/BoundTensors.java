package myna.onnx;

import ai.onnxruntime.NodeInfo;
import ai.onnxruntime.OnnxJavaType;
import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.TensorInfo;
import java.nio.FloatBuffer;
import java.nio.LongBuffer;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;

/** Tensors of fixed shapes over direct buffers, made once for what a graph takes or gives. */
final class BoundTensors implements AutoCloseable {
  private final OrtEnvironment environment;
  private final Map<String, OnnxTensor> tensors = new LinkedHashMap<>();
  private final Map<String, FloatBuffer> floats = new HashMap<>();
  private final Map<String, LongBuffer> longs = new HashMap<>();

  /** Makes a tensor for each of a graph's inputs or outputs. */
  BoundTensors(OrtEnvironment environment, Map<String, NodeInfo> infos) throws OrtException {
    this.environment = environment;
    try {
      for (var info : infos.entrySet()) {
        make(info.getKey(), (TensorInfo) info.getValue().getInfo());
      }
    } catch (OrtException e) {
      close();
      throw e;
    }
  }

  private void make(String name, TensorInfo info) throws OrtException {
    long[] shape = info.getShape();
    if (Arrays.stream(shape).anyMatch(size -> size < 1)) {
      throw new OrtException("'" + name + "' has no fixed shape");
    }
    int count = Math.toIntExact(Arrays.stream(shape).reduce(1, Math::multiplyExact));
    if (info.type == OnnxJavaType.INT64) {
      longs.put(name, Tensors.longs(count));
      tensors.put(name, OnnxTensor.createTensor(environment, longs.get(name), shape));
    } else {
      floats.put(name, Tensors.floats(count));
      tensors.put(name, OnnxTensor.createTensor(environment, floats.get(name), shape));
    }
  }

  /** The tensors by name. */
  Map<String, OnnxTensor> tensors() {
    return tensors;
  }

  /** Whether a tensor of numbers has that many. */
  boolean holds(String name, int count) {
    return floats.containsKey(name) && floats.get(name).capacity() == count;
  }

  /** Writes all numbers of a tensor. */
  void put(String name, float[] values) {
    floats.get(name).put(0, values);
  }

  /** Writes all numbers of a tensor of whole ones. */
  void put(String name, int[] values) {
    LongBuffer buffer = longs.get(name);
    for (int i = 0; i < values.length; i++) {
      buffer.put(i, values[i]);
    }
  }

  /** Reads all numbers of a tensor. */
  void get(String name, float[] values) {
    floats.get(name).get(0, values);
  }

  @Override
  public void close() {
    tensors.values().forEach(OnnxTensor::close);
  }
}
