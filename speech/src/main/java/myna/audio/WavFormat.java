package myna.audio;

import java.nio.ByteBuffer;

/**
 * The fmt chunk of a WAV file (Microsoft, Multiple Channel Audio Data and WAVE Files).
 *
 * @param tag 1 PCM, 3 IEEE float, others compressed; of the extensible form, the tag inside
 * @param channels interleaved channels
 * @param sampleRate samples per second
 * @param blockAlign bytes of one sample of all channels
 * @param bits bits of one sample of one channel, as declared
 */
record WavFormat(int tag, int channels, int sampleRate, int blockAlign, int bits) {
  static final int PCM = 1;
  static final int FLOAT = 3;
  static final int SMALLEST_BYTES = 16;

  private static final int EXTENSIBLE = 0xFFFE;
  private static final int EXTENSIBLE_BYTES = 40;
  private static final int SUBFORMAT_OFFSET = 24;

  /**
   * Reads the chunk.
   *
   * @param chunk content of the chunk in little-endian order, at least {@link #SMALLEST_BYTES}
   */
  static WavFormat parse(ByteBuffer chunk) {
    int tag = chunk.getShort(0) & 0xFFFF;
    if (tag == EXTENSIBLE && chunk.limit() >= EXTENSIBLE_BYTES) {
      tag = chunk.getShort(SUBFORMAT_OFFSET) & 0xFFFF;
    }
    return new WavFormat(
        tag,
        chunk.getShort(2) & 0xFFFF,
        chunk.getInt(4),
        chunk.getShort(12) & 0xFFFF,
        chunk.getShort(14) & 0xFFFF);
  }

  /** Whether the samples are plain numbers, which Java reads itself. */
  boolean isPlain() {
    return tag == PCM || tag == FLOAT;
  }

  /**
   * Bytes of one sample of one channel, container included, or 0 where the header contradicts
   * itself.
   */
  int sampleBytes() {
    if (channels == 0 || blockAlign % channels != 0) {
      return 0;
    }
    int bytes = blockAlign / channels;
    return bytes * 8 >= bits && bits > 8 * (bytes - 1) ? bytes : 0;
  }

  /**
   * Whether Java can decode it: 8, 16, 24, 32-bit integers (or fewer bits in those), 32, 64-bit
   * floats.
   */
  boolean isDecodable() {
    int bytes = sampleBytes();
    return switch (tag) {
      case PCM -> bytes >= 1 && bytes <= 4 && bits >= 8;
      case FLOAT -> bytes * 8 == bits && (bytes == 4 || bytes == 8);
      default -> false;
    };
  }

  /**
   * One sample of one channel, full scale at 1.
   *
   * @param data little-endian
   * @param position of the sample's first byte
   */
  float decode(ByteBuffer data, int position) {
    int bytes = sampleBytes();
    if (tag == FLOAT) {
      return bytes == 4 ? data.getFloat(position) : (float) data.getDouble(position);
    }
    return switch (bytes) {
      case 1 -> ((data.get(position) & 0xFF) - 128) / 128f;
      case 2 -> data.getShort(position) / 32768f;
      case 3 -> (data.get(position + 2) << 16 | (data.getShort(position) & 0xFFFF)) / 8388608f;
      default -> data.getInt(position) / 0x1p31f;
    };
  }
}
