package myna.audio;

import java.nio.ByteBuffer;

/**
 * The size of a picture, read from its file's header.
 *
 * @param width in pixels, or 0 where the header is damaged
 * @param height in pixels, or 0 where the header is damaged
 */
record PictureSize(int width, int height) {
  private static final PictureSize UNKNOWN = new PictureSize(0, 0);
  private static final int PNG_SIZE_AT = 16;

  /** The size of a PNG or JPEG file. */
  static PictureSize of(byte[] file) {
    ByteBuffer bytes = ByteBuffer.wrap(file);
    if (file.length >= PNG_SIZE_AT + 8 && (file[0] & 0xFF) == 0x89) {
      return new PictureSize(bytes.getInt(PNG_SIZE_AT), bytes.getInt(PNG_SIZE_AT + 4));
    }
    return ofJpeg(bytes);
  }

  /** Looks for the frame header: a marker SOF0 to SOF15 but DHT, JPG and DAC (ITU-T T.81). */
  private static PictureSize ofJpeg(ByteBuffer bytes) {
    int at = 2;
    while (at + 9 <= bytes.limit() && (bytes.get(at) & 0xFF) == 0xFF) {
      int marker = bytes.get(at + 1) & 0xFF;
      boolean frame = marker >= 0xC0 && marker <= 0xCF && marker != 0xC4 && marker != 0xC8;
      if (frame && marker != 0xCC) {
        int height = bytes.getShort(at + 5) & 0xFFFF;
        return new PictureSize(bytes.getShort(at + 7) & 0xFFFF, height);
      }
      at += 2 + (bytes.getShort(at + 2) & 0xFFFF);
    }
    return UNKNOWN;
  }
}
