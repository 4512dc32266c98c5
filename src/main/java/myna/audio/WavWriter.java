package myna.audio;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * Writes 16-bit mono PCM WAV, rounded to nearest without dither: equal samples give equal bytes.
 */
final class WavWriter {
  /** Bytes in front of the samples. */
  static final int HEADER_BYTES = 44;

  private static final int BUFFER_SAMPLES = 32 * 1024;
  private static final float FULL_SCALE = 32768f;

  private WavWriter() {}

  /**
   * Writes the whole of a new file.
   *
   * @throws IOException also if the audio is longer than a WAV file can hold (2 GiB)
   */
  static void write(Path file, Audio audio) throws IOException {
    long bytes = 2L * audio.length();
    if (bytes > Integer.MAX_VALUE - HEADER_BYTES) {
      throw new IOException("a WAV file cannot hold so much");
    }
    try (FileChannel out =
        FileChannel.open(file, StandardOpenOption.WRITE, StandardOpenOption.CREATE_NEW)) {
      drain(out, header(audio.sampleRate(), (int) bytes));
      ByteBuffer buffer = ByteBuffer.allocate(2 * BUFFER_SAMPLES).order(ByteOrder.LITTLE_ENDIAN);
      for (int from = 0; from < audio.length(); from += BUFFER_SAMPLES) {
        int to = Math.min(audio.length(), from + BUFFER_SAMPLES);
        for (int t = from; t < to; t++) {
          buffer.putShort(toPcm16(audio.samples()[t]));
        }
        drain(out, buffer.flip());
        buffer.clear();
      }
    }
  }

  /**
   * The nearest 16-bit value, such that reading it back gives the same value again; what lies
   * outside [-1, 1] is clipped, what is no number is 0.
   */
  static short toPcm16(float sample) {
    int rounded = Math.round(sample * FULL_SCALE);
    return (short) Math.clamp(rounded, Short.MIN_VALUE, Short.MAX_VALUE);
  }

  private static ByteBuffer header(int sampleRate, int dataBytes) {
    ByteBuffer header = ByteBuffer.allocate(HEADER_BYTES).order(ByteOrder.LITTLE_ENDIAN);
    header.put(tag("RIFF")).putInt(HEADER_BYTES - 8 + dataBytes).put(tag("WAVE"));
    header.put(tag("fmt ")).putInt(16).putShort((short) 1).putShort((short) 1);
    header.putInt(sampleRate).putInt(2 * sampleRate).putShort((short) 2).putShort((short) 16);
    header.put(tag("data")).putInt(dataBytes);
    return header.flip();
  }

  private static byte[] tag(String tag) {
    return tag.getBytes(StandardCharsets.US_ASCII);
  }

  private static void drain(FileChannel out, ByteBuffer buffer) throws IOException {
    while (buffer.hasRemaining()) {
      out.write(buffer);
    }
  }
}
