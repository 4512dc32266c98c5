package myna.audio;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;

/**
 * Writes 16-bit mono PCM WAV, rounded to nearest without dither: equal samples give equal bytes.
 */
final class WavWriter implements SampleWriter {
  /** Bytes in front of the samples. */
  static final int HEADER_BYTES = 44;

  private static final Map<String, String> INFO_TAGS =
      Map.of("title", "INAM", "artist", "IART", "date", "ICRD", "comment", "ICMT");

  private static final int BUFFER_SAMPLES = 32 * 1024;
  private static final float FULL_SCALE = 32768f;

  /** What the sizes in the header can count. */
  private static final long MOST_BYTES = 0xFFFF_FFFFL - HEADER_BYTES;

  private final ByteBuffer buffer =
      ByteBuffer.allocate(2 * BUFFER_SAMPLES).order(ByteOrder.LITTLE_ENDIAN);
  private final FileChannel out;
  private final int sampleRate;
  private final byte[] info;
  private long bytes;
  private int tail;

  /** Starts a new file without labels. */
  WavWriter(Path file, int sampleRate) throws IOException {
    this(file, sampleRate, Map.of());
  }

  /**
   * Starts a new file.
   *
   * @param tags by FFmpeg's names, of which those that the format knows are written
   */
  WavWriter(Path file, int sampleRate, Map<String, String> tags) throws IOException {
    this.sampleRate = sampleRate;
    info = info(tags);
    out = FileChannel.open(file, StandardOpenOption.WRITE, StandardOpenOption.CREATE_NEW);
    out.position(HEADER_BYTES);
  }

  @Override
  public void write(float[] samples, int from, int to) throws IOException {
    bytes += 2L * (to - from);
    if (bytes > MOST_BYTES) {
      throw new IOException("a WAV file cannot hold so much");
    }
    for (int t = from; t < to; t++) {
      if (!buffer.hasRemaining()) {
        drain();
      }
      buffer.putShort(toPcm16(samples[t]));
    }
  }

  @Override
  public void finish() throws IOException {
    if (info.length > 0 && bytes + info.length <= MOST_BYTES) {
      drain();
      buffer.put(info);
      tail = info.length;
    }
    drain();
    out.position(0);
    putHeader(buffer, sampleRate, (int) (HEADER_BYTES - 8 + bytes + tail), (int) bytes);
    drain();
  }

  @Override
  public void close() throws IOException {
    out.close();
  }

  /**
   * The nearest 16-bit value, such that reading it back gives the same value again; what lies
   * outside [-1, 1] is clipped, what is no number is 0.
   */
  static short toPcm16(float sample) {
    int rounded = Math.round(sample * FULL_SCALE);
    return (short) Math.clamp(rounded, Short.MIN_VALUE, Short.MAX_VALUE);
  }

  /** The header of a stream whose length nobody knows yet: players take it as endless. */
  static byte[] endlessHeader(int sampleRate) {
    ByteBuffer header = ByteBuffer.allocate(HEADER_BYTES).order(ByteOrder.LITTLE_ENDIAN);
    putHeader(header, sampleRate, -1, -1);
    return header.array();
  }

  /**
   * Writes the header.
   *
   * @param riffBytes of everything behind their number
   * @param dataBytes of the samples
   */
  private static void putHeader(ByteBuffer out, int sampleRate, int riffBytes, int dataBytes) {
    out.put(tag("RIFF")).putInt(riffBytes).put(tag("WAVE"));
    out.put(tag("fmt ")).putInt(16).putShort((short) WavFormat.PCM).putShort((short) 1);
    out.putInt(sampleRate).putInt(2 * sampleRate).putShort((short) 2).putShort((short) 16);
    out.put(tag("data")).putInt(dataBytes);
  }

  /** The list of labels behind the samples (Multimedia Programming Interface 1.0, INFO list). */
  private static byte[] info(Map<String, String> tags) {
    ByteBuffer list = ByteBuffer.allocate(BUFFER_SAMPLES).order(ByteOrder.LITTLE_ENDIAN);
    list.put(tag("LIST")).putInt(0).put(tag("INFO"));
    for (Map.Entry<String, String> known : new TreeMap<>(INFO_TAGS).entrySet()) {
      byte[] text = tags.getOrDefault(known.getKey(), "").getBytes(StandardCharsets.UTF_8);
      int padded = text.length + 2 - text.length % 2;
      if (text.length > 0 && list.remaining() >= 8 + padded) {
        list.put(tag(known.getValue())).putInt(text.length + 1).put(text);
        list.put(new byte[padded - text.length]);
      }
    }
    list.putInt(4, list.position() - 8);
    return list.position() == 12 ? new byte[0] : Arrays.copyOf(list.array(), list.position());
  }

  private static byte[] tag(String tag) {
    return tag.getBytes(StandardCharsets.US_ASCII);
  }

  private void drain() throws IOException {
    buffer.flip();
    while (buffer.hasRemaining()) {
      out.write(buffer);
    }
    buffer.clear();
  }
}
