package myna.audio;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Bytes of WAV files of any kind, honest or not. */
public final class WavFiles {
  private WavFiles() {}

  /** A plain file: header of 44 bytes, then the data. */
  public static byte[] wav(int tag, int channels, int rate, int bits, byte[] data) {
    return wav(tag, channels, rate, bits, data, Integer.toUnsignedLong(data.length));
  }

  /** A file whose header declares any number of data bytes. */
  static byte[] wav(int tag, int channels, int rate, int bits, byte[] data, long declared) {
    int block = channels * ((bits + 7) / 8);
    ByteBuffer buffer = ByteBuffer.allocate(44 + data.length).order(ByteOrder.LITTLE_ENDIAN);
    buffer.put(ascii("RIFF")).putInt((int) (36 + declared)).put(ascii("WAVEfmt ")).putInt(16);
    buffer.putShort((short) tag).putShort((short) channels).putInt(rate).putInt(rate * block);
    buffer.putShort((short) block).putShort((short) bits);
    return buffer.put(ascii("data")).putInt((int) declared).put(data).array();
  }

  /** The form with a sub-format, with an unknown odd-sized chunk in front of the data. */
  static byte[] extensible(int tag, int rate, int bits, int validBits, byte[] data) {
    ByteBuffer buffer = ByteBuffer.allocate(80 + data.length).order(ByteOrder.LITTLE_ENDIAN);
    buffer.put(ascii("RIFF")).putInt(72 + data.length).put(ascii("WAVEfmt ")).putInt(40);
    buffer.putShort((short) 0xFFFE).putShort((short) 1).putInt(rate).putInt(rate * bits / 8);
    buffer.putShort((short) (bits / 8)).putShort((short) bits).putShort((short) 22);
    buffer.putShort((short) validBits).putInt(4).putShort((short) tag);
    buffer.put(
        new byte[] {
          0, 0, 0, 0, 0x10, 0, (byte) 0x80, 0, 0, (byte) 0xAA, 0, 0x38, (byte) 0x9B, 0x71
        });
    buffer.put(ascii("junk")).putInt(3).put(new byte[4]);
    return Arrays.copyOf(
        buffer.put(ascii("data")).putInt(data.length).put(data).array(), 80 + data.length);
  }

  /** Little-endian integers of a width in bytes. */
  public static byte[] integers(int width, long... values) {
    byte[] bytes = new byte[width * values.length];
    for (int i = 0; i < values.length; i++) {
      for (int b = 0; b < width; b++) {
        bytes[i * width + b] = (byte) (values[i] >> (8 * b));
      }
    }
    return bytes;
  }

  public static byte[] floats(float... values) {
    ByteBuffer buffer = ByteBuffer.allocate(4 * values.length).order(ByteOrder.LITTLE_ENDIAN);
    for (float value : values) {
      buffer.putFloat(value);
    }
    return buffer.array();
  }

  static byte[] doubles(double... values) {
    ByteBuffer buffer = ByteBuffer.allocate(8 * values.length).order(ByteOrder.LITTLE_ENDIAN);
    for (double value : values) {
      buffer.putDouble(value);
    }
    return buffer.array();
  }

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }
}
