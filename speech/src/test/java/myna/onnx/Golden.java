package myna.onnx;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/**
 * Tensors that PyTorch wrote: what went into a graph and what came out.
 *
 * @param folder of the tensors
 * @param file golden.json
 */
record Golden(Path folder, Content file) {
  /** What golden.json says; {@code sampling} only for the sampler. */
  record Content(
      String graph,
      Manifest.Sampling sampling,
      Map<String, Array> inputs,
      Map<String, Array> outputs,
      double tolerance) {}

  /** A raw little-endian file. */
  record Array(String file, String dtype, long[] shape) {
    int count() {
      return Math.toIntExact(Arrays.stream(shape).reduce(1, Math::multiplyExact));
    }
  }

  static Golden read(Path folder) {
    try {
      String json = Files.readString(folder.resolve("golden.json"));
      return new Golden(folder, JsonMapper.shared().readValue(json, Content.class));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  float[] floats(Array array) {
    float[] values = new float[array.count()];
    bytes(array, Float.BYTES).asFloatBuffer().get(values);
    return values;
  }

  int[] ints(Array array) {
    long[] values = new long[array.count()];
    bytes(array, Long.BYTES).asLongBuffer().get(values);
    return Arrays.stream(values).mapToInt(Math::toIntExact).toArray();
  }

  OnnxTensor tensor(OrtEnvironment environment, Array array) throws OrtException {
    return array.dtype().equals("int64")
        ? Tensors.of(environment, ints(array), array.shape())
        : Tensors.of(environment, floats(array), array.shape());
  }

  private ByteBuffer bytes(Array array, int size) {
    try {
      byte[] bytes = Files.readAllBytes(folder.resolve(array.file()));
      if (bytes.length != array.count() * size) {
        throw new IllegalStateException(array.file() + " does not have its shape");
      }
      return ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
