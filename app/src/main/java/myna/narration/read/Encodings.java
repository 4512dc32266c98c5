package myna.narration.read;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/** Finds out how a plain text is encoded. */
final class Encodings {
  private static final int SAMPLE = 64 * 1024;

  private Encodings() {}

  /**
   * Decodes a text: by its byte order mark, as UTF-16 where every other byte is zero, as UTF-8
   * where it is valid, otherwise as Windows-1252, which old texts are in.
   */
  static String decode(byte[] bytes) {
    Charset charset = charset(bytes);
    String text = new String(bytes, charset);
    return text.startsWith("\uFEFF") ? text.substring(1) : text;
  }

  private static Charset charset(byte[] bytes) {
    if (startsWith(bytes, 0xEF, 0xBB, 0xBF)) {
      return StandardCharsets.UTF_8;
    }
    if (startsWith(bytes, 0xFF, 0xFE, 0, 0)) {
      return StandardCharsets.UTF_32LE;
    }
    if (startsWith(bytes, 0xFF, 0xFE)) {
      return StandardCharsets.UTF_16LE;
    }
    if (startsWith(bytes, 0xFE, 0xFF)) {
      return StandardCharsets.UTF_16BE;
    }
    double evenZeros = zeros(bytes, 0);
    double oddZeros = zeros(bytes, 1);
    if (oddZeros > 0.4 && evenZeros < 0.1) {
      return StandardCharsets.UTF_16LE;
    }
    if (evenZeros > 0.4 && oddZeros < 0.1) {
      return StandardCharsets.UTF_16BE;
    }
    return isUtf8(bytes) ? StandardCharsets.UTF_8 : Charset.forName("windows-1252");
  }

  /** Whether the bytes are no text: many zeros or control characters. */
  static boolean isBinary(byte[] bytes) {
    String text = new String(bytes, 0, Math.min(bytes.length, SAMPLE), charset(bytes));
    long odd =
        text.chars()
            .filter(c -> c < 32 && c != '\t' && c != '\n' && c != '\r' && c != '\f' && c != 0x1A)
            .count();
    return odd * 200 > text.length();
  }

  private static double zeros(byte[] bytes, int offset) {
    int length = Math.min(bytes.length, SAMPLE);
    int zeros = 0;
    for (int i = offset; i < length; i += 2) {
      zeros += bytes[i] == 0 ? 1 : 0;
    }
    return zeros / Math.max(1.0, length / 2.0);
  }

  private static boolean isUtf8(byte[] bytes) {
    try {
      StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes));
      return true;
    } catch (CharacterCodingException e) {
      return false;
    }
  }

  private static boolean startsWith(byte[] bytes, int... mark) {
    if (bytes.length < mark.length) {
      return false;
    }
    for (int i = 0; i < mark.length; i++) {
      if ((bytes[i] & 0xFF) != mark[i]) {
        return false;
      }
    }
    return true;
  }
}
