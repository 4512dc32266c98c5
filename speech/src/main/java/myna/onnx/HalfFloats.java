package myna.onnx;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.ShortBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import myna.onnx.PackException.Reason;

/** Reads arrays of half-precision numbers. */
final class HalfFloats {
  private HalfFloats() {}

  /**
   * Reads a raw little-endian file.
   *
   * @param count how many numbers it must hold
   */
  static float[] read(Path file, int count) throws PackException {
    byte[] bytes;
    try {
      bytes = Files.readAllBytes(file);
    } catch (IOException e) {
      throw new PackException(Reason.FILES, "cannot read " + file + ": " + e.getMessage(), e);
    }
    if (bytes.length != 2L * count) {
      throw new PackException(
          Reason.MODEL,
          "%s holds %d bytes, but the manifest's shape needs %d"
              .formatted(file, bytes.length, 2L * count));
    }
    ShortBuffer halves = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).asShortBuffer();
    float[] values = new float[count];
    for (int i = 0; i < count; i++) {
      values[i] = Float.float16ToFloat(halves.get(i));
    }
    return values;
  }
}
