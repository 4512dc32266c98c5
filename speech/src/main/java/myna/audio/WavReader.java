package myna.audio;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.util.Locale;
import myna.audio.AudioException.Reason;

/** Reads WAV files of plain samples without any native code. */
final class WavReader {
  private static final int RIFF_HEADER_BYTES = 12;
  private static final int CHUNK_HEADER_BYTES = 8;
  private static final int LARGEST_FMT_BYTES = 1024;
  private static final int BUFFER_BYTES = 1 << 18;
  private static final int LOWEST_RATE = 1000;
  private static final int HIGHEST_RATE = 768_000;
  private static final long UNKNOWN_SIZE = 0xFFFF_FFFFL;

  private final Path file;

  WavReader(Path file) {
    this.file = file;
  }

  /** Where the samples lie. */
  private record Layout(WavFormat format, long dataStart, long dataBytes) {}

  /** Reads the whole file: at least one sample. */
  Audio read() throws IOException, AudioException {
    try (FileChannel in = FileChannel.open(file)) {
      Layout layout = layout(in);
      return decode(in, layout);
    }
  }

  /** Whether the samples are plain numbers, and not compressed. */
  boolean isPlain() throws IOException, AudioException {
    try (FileChannel in = FileChannel.open(file)) {
      return format(in, find(in, "fmt ")).isPlain();
    }
  }

  /** Whether the ASCII letters of a chunk's name stand at a place. */
  static boolean isTag(ByteBuffer bytes, int offset, String tag) {
    for (int i = 0; i < tag.length(); i++) {
      if (bytes.get(offset + i) != tag.charAt(i)) {
        return false;
      }
    }
    return true;
  }

  private Layout layout(FileChannel in) throws IOException, AudioException {
    WavFormat format = format(in, find(in, "fmt "));
    check(format);
    Chunk data = find(in, "data");
    long there = in.size() - data.start();
    long bytes = data.size();
    if (bytes == UNKNOWN_SIZE || (bytes == 0 && there > 0 && isUnfinished(in))) {
      bytes = there;
    }
    if (bytes > there) {
      throw new AudioException(
          Reason.TRUNCATED,
          "%s is cut short: its header promises %s of sound, the file holds %s"
              .formatted(file, seconds(format, bytes), seconds(format, there)));
    }
    if (bytes / format.blockAlign() == 0) {
      throw new AudioException(Reason.EMPTY, file + " holds no sound: it has not one sample");
    }
    if (bytes / format.blockAlign() > (long) AudioFiles.LONGEST_SECONDS * format.sampleRate()) {
      throw AudioFiles.tooLong(file);
    }
    return new Layout(format, data.start(), bytes);
  }

  private static String seconds(WavFormat format, long bytes) {
    double seconds = bytes / (double) format.blockAlign() / format.sampleRate();
    return String.format(Locale.ROOT, "%.2f s", seconds);
  }

  /** A recorder that was stopped by force leaves the sizes that it writes at the end at 0. */
  private static boolean isUnfinished(FileChannel in) throws IOException {
    long riffBytes = Integer.toUnsignedLong(bytes(in, 4, 4).getInt(0));
    return riffBytes == 0 || riffBytes == UNKNOWN_SIZE;
  }

  private record Chunk(long start, long size) {}

  private Chunk find(FileChannel in, String tag) throws IOException, AudioException {
    long position = RIFF_HEADER_BYTES;
    while (position + CHUNK_HEADER_BYTES <= in.size()) {
      ByteBuffer header = bytes(in, position, CHUNK_HEADER_BYTES);
      long size = Integer.toUnsignedLong(header.getInt(4));
      if (isTag(header, 0, tag)) {
        return new Chunk(position + CHUNK_HEADER_BYTES, size);
      }
      position += CHUNK_HEADER_BYTES + size + (size & 1);
    }
    throw new AudioException(
        Reason.TRUNCATED, file + " is damaged: it ends before its '" + tag.strip() + "' part");
  }

  private WavFormat format(FileChannel in, Chunk chunk) throws IOException, AudioException {
    if (chunk.size() < WavFormat.SMALLEST_BYTES || chunk.start() + chunk.size() > in.size()) {
      throw new AudioException(
          Reason.TRUNCATED, file + " is damaged: it ends within its description");
    }
    return WavFormat.parse(
        bytes(in, chunk.start(), (int) Math.min(chunk.size(), LARGEST_FMT_BYTES)));
  }

  private void check(WavFormat format) throws AudioException {
    if (format.sampleRate() < LOWEST_RATE || format.sampleRate() > HIGHEST_RATE) {
      throw new AudioException(
          Reason.UNSUPPORTED,
          "%s has %s samples per second; Myna reads %d to %d"
              .formatted(
                  file, Integer.toUnsignedString(format.sampleRate()), LOWEST_RATE, HIGHEST_RATE));
    }
    if (format.channels() == 0) {
      throw new AudioException(Reason.CORRUPT, file + " is damaged: it has no channels");
    }
    if (!format.isDecodable()) {
      throw new AudioException(
          Reason.UNSUPPORTED,
          "%s has samples of %d bits in blocks of %d bytes (format %d), which Myna does not read"
              .formatted(file, format.bits(), format.blockAlign(), format.tag()));
    }
  }

  private Audio decode(FileChannel in, Layout layout) throws IOException, AudioException {
    WavFormat format = layout.format();
    int block = format.blockAlign();
    float[] samples = new float[(int) (layout.dataBytes() / block)];
    boolean stereo = format.channels() == 2;
    float[] first = new float[stereo ? samples.length : 0];
    int blocksAtOnce = Math.max(1, BUFFER_BYTES / block);
    ByteBuffer buffer = ByteBuffer.allocate(blocksAtOnce * block).order(ByteOrder.LITTLE_ENDIAN);
    for (int from = 0; from < samples.length; from += blocksAtOnce) {
      int count = Math.min(blocksAtOnce, samples.length - from);
      fill(in, layout.dataStart() + (long) from * block, buffer.clear().limit(count * block));
      for (int i = 0; i < count; i++) {
        samples[from + i] = mono(format, buffer, i * block);
        if (stereo) {
          first[from + i] = format.decode(buffer, i * block);
        }
      }
    }
    float[] chosen = stereo ? Downmix.choose(samples, first) : samples;
    return AudioFiles.withinFullScale(file, new Audio(chosen, format.sampleRate()));
  }

  private static float mono(WavFormat format, ByteBuffer buffer, int position) {
    float sum = 0;
    for (int c = 0; c < format.channels(); c++) {
      sum += format.decode(buffer, position + c * format.sampleBytes());
    }
    return sum / format.channels();
  }

  private static ByteBuffer bytes(FileChannel in, long position, int count) throws IOException {
    ByteBuffer buffer = ByteBuffer.allocate(count).order(ByteOrder.LITTLE_ENDIAN);
    fill(in, position, buffer);
    return buffer;
  }

  private static void fill(FileChannel in, long position, ByteBuffer buffer) throws IOException {
    long at = position;
    while (buffer.hasRemaining()) {
      int count = in.read(buffer, at);
      if (count < 0) {
        throw new IOException("the file became shorter while it was read");
      }
      at += count;
    }
    buffer.flip();
  }
}
