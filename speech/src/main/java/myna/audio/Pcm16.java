package myna.audio;

/** Samples as the little-endian 16-bit integers that sound devices take and give. */
final class Pcm16 {
  private Pcm16() {}

  /**
   * Encodes a stretch of samples.
   *
   * @param channels each of which gets the same samples
   * @return [to - from][channels] of two bytes
   */
  static byte[] encode(float[] samples, int from, int to, int channels) {
    byte[] bytes = new byte[2 * channels * (to - from)];
    for (int i = 0; i < bytes.length; i += 2) {
      short value = WavWriter.toPcm16(samples[from + i / (2 * channels)]);
      bytes[i] = (byte) value;
      bytes[i + 1] = (byte) (value >> 8);
    }
    return bytes;
  }

  /**
   * Decodes bytes.
   *
   * @param bytes of which the first {@code count} hold whole samples of all channels
   * @param channels which are averaged
   * @return [count / 2 / channels]
   */
  static float[] decode(byte[] bytes, int count, int channels) {
    float[] samples = new float[count / 2 / channels];
    for (int i = 0; i < 2 * channels * samples.length; i += 2) {
      int value = (bytes[i + 1] << 8) | (bytes[i] & 0xFF);
      samples[i / (2 * channels)] += value * 0x1p-15f / channels;
    }
    return samples;
  }
}
