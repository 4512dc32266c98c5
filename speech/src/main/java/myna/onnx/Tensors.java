package myna.onnx;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.nio.LongBuffer;

/** Makes tensors over direct buffers, which the runtime reads in place. */
final class Tensors {
  private Tensors() {}

  static FloatBuffer floats(int count) {
    return ByteBuffer.allocateDirect(Math.multiplyExact(count, Float.BYTES))
        .order(ByteOrder.nativeOrder())
        .asFloatBuffer();
  }

  static LongBuffer longs(int count) {
    return ByteBuffer.allocateDirect(Math.multiplyExact(count, Long.BYTES))
        .order(ByteOrder.nativeOrder())
        .asLongBuffer();
  }

  /** A tensor of numbers that do not change. */
  static OnnxTensor of(OrtEnvironment environment, float[] values, long... shape)
      throws OrtException {
    FloatBuffer buffer = floats(values.length);
    buffer.put(values).flip();
    return OnnxTensor.createTensor(environment, buffer, shape);
  }

  /** A tensor of whole numbers that do not change. */
  static OnnxTensor of(OrtEnvironment environment, int[] values, long... shape)
      throws OrtException {
    LongBuffer buffer = longs(values.length);
    for (int value : values) {
      buffer.put(value);
    }
    return OnnxTensor.createTensor(environment, buffer.flip(), shape);
  }
}
