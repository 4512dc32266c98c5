package myna.onnx;

import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import myna.onnx.PackException.Reason;

/**
 * The weights of a graph as numbers, whatever the form that they are stored in: {@code NAME} as
 * they are; {@code NAME.half} in 16 bits; {@code NAME.bytes}, 8 bits with a scale for each row;
 * {@code NAME.codes}, transposed, 8 bits with a scale for each column. What is written is rounded
 * to the form that is there.
 */
final class PackedWeights {
  private static final String HALF = ".half";
  private static final String BYTES = ".bytes";
  private static final String CODES = ".codes";
  private static final String SCALE = ".scale";
  private static final int STEPS = 127;

  private final Path file;
  private final StoredWeights stored;
  private final Map<String, StoredWeights.Tensor> tensors;

  private PackedWeights(Path file, StoredWeights stored) {
    this.file = file;
    this.stored = stored;
    tensors = stored.tensors();
  }

  /** Reads a file of a pack. */
  static PackedWeights read(Path file) throws PackException {
    return new PackedWeights(file, StoredWeights.read(file));
  }

  /** The model with what was written. */
  byte[] model() {
    return stored.model();
  }

  /** The weights that there are. */
  Set<String> names() {
    Set<String> names = new LinkedHashSet<>();
    for (String name : tensors.keySet()) {
      int dot = name.lastIndexOf('.');
      boolean packed = dot >= 0 && Set.of(HALF, BYTES, CODES).contains(name.substring(dot));
      names.add(packed ? name.substring(0, dot) : name);
    }
    return names;
  }

  /**
   * The numbers of a weight, in PyTorch's order.
   *
   * @throws PackException if there is none of that name, or it is of another kind
   */
  float[] get(String name) throws PackException {
    if (tensors.containsKey(name + CODES)) {
      StoredWeights.Tensor codes = tensor(name + CODES, StoredWeights.Tensor.INT8);
      return transposed(bytes(codes, scales(name), false), codes.rows());
    }
    if (tensors.containsKey(name + BYTES)) {
      return bytes(tensor(name + BYTES, StoredWeights.Tensor.INT8), scales(name), true);
    }
    if (tensors.containsKey(name + HALF)) {
      ByteBuffer raw = tensor(name + HALF, StoredWeights.Tensor.FLOAT16).raw();
      float[] values = new float[raw.remaining() / Short.BYTES];
      for (int i = 0; i < values.length; i++) {
        values[i] = Float.float16ToFloat(raw.getShort(Short.BYTES * i));
      }
      return values;
    }
    return floats(name);
  }

  /**
   * Writes a weight.
   *
   * @param values as many as there were
   */
  void put(String name, float[] values) throws PackException {
    if (tensors.containsKey(name + CODES)) {
      StoredWeights.Tensor codes = tensor(name + CODES, StoredWeights.Tensor.INT8);
      int outputs = values.length / codes.rows();
      writeBytes(name, codes.raw(), transposed(values, outputs), false);
    } else if (tensors.containsKey(name + BYTES)) {
      writeBytes(name, tensor(name + BYTES, StoredWeights.Tensor.INT8).raw(), values, true);
    } else if (tensors.containsKey(name + HALF)) {
      ByteBuffer raw = tensor(name + HALF, StoredWeights.Tensor.FLOAT16).raw();
      check(name, raw.remaining() / Short.BYTES, values.length);
      for (int i = 0; i < values.length; i++) {
        raw.putShort(Short.BYTES * i, Float.floatToFloat16(values[i]));
      }
    } else {
      ByteBuffer raw = tensor(name, StoredWeights.Tensor.FLOAT).raw();
      check(name, raw.remaining() / Float.BYTES, values.length);
      raw.asFloatBuffer().put(values);
    }
  }

  private float[] floats(String name) throws PackException {
    ByteBuffer raw = tensor(name, StoredWeights.Tensor.FLOAT).raw();
    float[] values = new float[raw.remaining() / Float.BYTES];
    raw.asFloatBuffer().get(values);
    return values;
  }

  private float[] scales(String name) throws PackException {
    return floats(name + SCALE);
  }

  /** Numbers of bytes; the scale goes by the first dimension, or by the last. */
  private static float[] bytes(StoredWeights.Tensor tensor, float[] scales, boolean byRow) {
    float[] values = new float[tensor.raw().remaining()];
    for (int i = 0; i < values.length; i++) {
      values[i] = tensor.raw().get(i) * scales[group(i, values.length, scales.length, byRow)];
    }
    return values;
  }

  private static int group(int i, int count, int groups, boolean byRow) {
    return byRow ? i / (count / groups) : i % groups;
  }

  private void writeBytes(String name, ByteBuffer raw, float[] values, boolean byRow)
      throws PackException {
    check(name, raw.remaining(), values.length);
    ByteBuffer scaleBytes = tensor(name + SCALE, StoredWeights.Tensor.FLOAT).raw();
    int groups = scaleBytes.remaining() / Float.BYTES;
    float[] scales = new float[groups];
    for (int i = 0; i < values.length; i++) {
      int group = group(i, values.length, groups, byRow);
      scales[group] = Math.max(scales[group], Math.abs(values[i]) / STEPS);
    }
    for (int group = 0; group < groups; group++) {
      scales[group] = scales[group] == 0 ? 1 : scales[group];
    }
    scaleBytes.asFloatBuffer().put(scales);
    for (int i = 0; i < values.length; i++) {
      double steps = Math.rint(values[i] / scales[group(i, values.length, groups, byRow)]);
      raw.put(i, (byte) Math.clamp(steps, -STEPS, STEPS));
    }
  }

  /** The columns of a matrix [rows][...] as rows. */
  private static float[] transposed(float[] values, int rows) {
    int columns = values.length / rows;
    float[] turned = new float[values.length];
    for (int row = 0; row < rows; row++) {
      for (int column = 0; column < columns; column++) {
        turned[column * rows + row] = values[row * columns + column];
      }
    }
    return turned;
  }

  private StoredWeights.Tensor tensor(String name, int type) throws PackException {
    StoredWeights.Tensor tensor = tensors.get(name);
    if (tensor == null || tensor.type() != type) {
      throw new PackException(Reason.MODEL, file + " has no weight " + name + " of that kind");
    }
    return tensor;
  }

  private void check(String name, int expected, int found) throws PackException {
    if (expected != found) {
      throw new PackException(
          Reason.MODEL, "%s: %d numbers for %s of %d".formatted(file, found, name, expected));
    }
  }
}
