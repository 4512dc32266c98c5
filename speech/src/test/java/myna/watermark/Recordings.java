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
public final class Recordings implements AutoCloseable {
  public static final int RATE = 16_000;

  /** The file that says where each clip lies. */
  static final String LIST = "clips.tsv";

  /** A clip: whose it is, where it lies, and what is said in it, where that is known. */
  public record Clip(
      String corpus, String speaker, String split, long offset, int length, String text) {}

  private final FileChannel samples;
  private final List<Clip> clips;

  public Recordings(Path folder) throws IOException {
    samples = FileChannel.open(folder.resolve("samples.i16"));
    clips =
        Files.readAllLines(folder.resolve(LIST)).stream()
            .skip(1)
            .map(line -> line.split("\t", -1))
            .map(f -> clip(f))
            .toList();
  }

  private static Clip clip(String[] fields) {
    return new Clip(
        fields[1],
        fields[2],
        fields[4],
        Long.parseLong(fields[6]),
        Integer.parseInt(fields[7]),
        fields[9]);
  }

  /** All clips. */
  public List<Clip> clips() {
    return clips;
  }

  /** The samples of a clip. */
  public Audio audio(Clip clip) {
    return audio(clip.offset(), clip.length());
  }

  /** A stretch of a clip, or of all samples. */
  public Audio audio(long offset, int length) {
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
