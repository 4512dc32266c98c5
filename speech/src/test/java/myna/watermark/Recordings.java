package myna.watermark;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import myna.audio.Audio;

/**
 * Prepared recordings: samples.i16 holds all samples at 16 kHz one after the other, clips.tsv where
 * each clip lies in it.
 */
final class Recordings implements AutoCloseable {
  static final int RATE = 16_000;

  /** The file that says where each clip lies. */
  static final String LIST = "clips.tsv";

  /** Where a clip lies. */
  record Clip(String corpus, long offset, int length) {}

  private final FileChannel samples;
  private final List<Clip> clips;

  Recordings(Path folder) throws IOException {
    samples = FileChannel.open(folder.resolve("samples.i16"));
    clips =
        Files.readAllLines(folder.resolve(LIST)).stream()
            .skip(1)
            .map(line -> line.split("\t", -1))
            .map(f -> new Clip(f[1], Long.parseLong(f[6]), Integer.parseInt(f[7])))
            .toList();
  }

  List<Clip> clips() {
    return clips;
  }

  /** A stretch of a clip, or of all samples. */
  Audio audio(long offset, int length) {
    ByteBuffer bytes = ByteBuffer.allocate(2 * length).order(ByteOrder.LITTLE_ENDIAN);
    try {
      int read = 0;
      while (bytes.hasRemaining() && read >= 0) {
        read = samples.read(bytes, 2 * offset + bytes.position());
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    float[] values = new float[length];
    for (int t = 0; t < length; t++) {
      values[t] = bytes.getShort(2 * t) / 32768f;
    }
    return new Audio(values, RATE);
  }

  @Override
  public void close() throws IOException {
    samples.close();
  }
}
