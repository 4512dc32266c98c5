package myna.onnx;

import java.io.IOException;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import myna.onnx.PackException.Reason;

/**
 * The weights inside an ONNX file, where they lie: enough of the protocol buffers' wire format
 * (protobuf.dev/programming-guides/encoding) to find the initializers of a model, which ONNX
 * Runtime does not show. Field numbers are those of onnx.proto.
 */
final class StoredWeights {
  private static final int MODEL_GRAPH = 7;
  private static final int GRAPH_INITIALIZER = 5;
  private static final int TENSOR_DIMS = 1;
  private static final int TENSOR_TYPE = 2;
  private static final int TENSOR_NAME = 8;
  private static final int TENSOR_RAW = 9;
  private static final int VARINT = 0;
  private static final int FIXED64 = 1;
  private static final int BYTES = 2;
  private static final int FIXED32 = 5;

  private final byte[] model;
  private final Map<String, Tensor> tensors = new LinkedHashMap<>();

  /**
   * An initializer.
   *
   * @param type of its numbers, of TensorProto.DataType
   * @param shape of it
   * @param raw its numbers, little-endian, inside the model's bytes
   */
  record Tensor(int type, long[] shape, ByteBuffer raw) {
    static final int FLOAT = 1;
    static final int INT8 = 3;
    static final int FLOAT16 = 10;

    int rows() {
      return Math.toIntExact(shape[0]);
    }
  }

  private StoredWeights(byte[] model) {
    this.model = model;
  }

  /**
   * Finds the weights of a file.
   *
   * @throws PackException if it is no ONNX model
   */
  static StoredWeights read(Path file) throws PackException {
    try {
      StoredWeights weights = new StoredWeights(Files.readAllBytes(file));
      weights.model(ByteBuffer.wrap(weights.model).order(ByteOrder.LITTLE_ENDIAN));
      return weights;
    } catch (IOException e) {
      throw new PackException(Reason.FILES, "cannot read " + file + ": " + e.getMessage(), e);
    } catch (BufferUnderflowException | IllegalArgumentException e) {
      throw new PackException(Reason.MODEL, file + " is no ONNX model", e);
    }
  }

  /** The model's bytes: what is written into a tensor's numbers is written there. */
  byte[] model() {
    return model;
  }

  /** The initializers by name. */
  Map<String, Tensor> tensors() {
    return tensors;
  }

  private void model(ByteBuffer in) {
    while (in.hasRemaining()) {
      long key = varint(in);
      if (key == key(MODEL_GRAPH, BYTES)) {
        graph(bytes(in));
      } else {
        skip(in, key);
      }
    }
  }

  private void graph(ByteBuffer in) {
    while (in.hasRemaining()) {
      long key = varint(in);
      if (key == key(GRAPH_INITIALIZER, BYTES)) {
        tensor(bytes(in));
      } else {
        skip(in, key);
      }
    }
  }

  private void tensor(ByteBuffer in) {
    List<Long> shape = new ArrayList<>();
    int type = 0;
    String name = "";
    ByteBuffer raw = ByteBuffer.allocate(0);
    while (in.hasRemaining()) {
      long key = varint(in);
      if (key == key(TENSOR_DIMS, VARINT)) {
        shape.add(varint(in));
      } else if (key == key(TENSOR_DIMS, BYTES)) {
        ByteBuffer packed = bytes(in);
        while (packed.hasRemaining()) {
          shape.add(varint(packed));
        }
      } else if (key == key(TENSOR_TYPE, VARINT)) {
        type = Math.toIntExact(varint(in));
      } else if (key == key(TENSOR_NAME, BYTES)) {
        name = StandardCharsets.UTF_8.decode(bytes(in)).toString();
      } else if (key == key(TENSOR_RAW, BYTES)) {
        raw = bytes(in);
      } else {
        skip(in, key);
      }
    }
    tensors.put(name, new Tensor(type, shape.stream().mapToLong(Long::longValue).toArray(), raw));
  }

  private static long key(int field, int wireType) {
    return (long) field << 3 | wireType;
  }

  private static void skip(ByteBuffer in, long key) {
    switch ((int) (key & 7)) {
      case VARINT -> varint(in);
      case FIXED64 -> in.getLong();
      case FIXED32 -> in.getInt();
      case BYTES -> bytes(in);
      default -> throw new IllegalArgumentException("wire type " + (key & 7));
    }
  }

  private static long varint(ByteBuffer in) {
    long value = 0;
    for (int shift = 0; shift < Long.SIZE; shift += 7) {
      byte next = in.get();
      value |= (long) (next & 0x7f) << shift;
      if (next >= 0) {
        return value;
      }
    }
    throw new IllegalArgumentException("a number without end");
  }

  private static ByteBuffer bytes(ByteBuffer in) {
    long length = varint(in);
    if (length < 0 || length > in.remaining()) {
      throw new BufferUnderflowException();
    }
    ByteBuffer part = in.slice(in.position(), (int) length).order(ByteOrder.LITTLE_ENDIAN);
    in.position(in.position() + (int) length);
    return part;
  }
}
