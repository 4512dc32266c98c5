package myna.audio;

import java.io.IOException;
import java.io.OutputStream;

/** Writes 16-bit mono PCM into a stream, piece by piece. */
final class PcmWriter implements SampleWriter {
  private final OutputStream out;
  private final boolean owned;

  private PcmWriter(OutputStream out, boolean owned) {
    this.out = out;
    this.owned = owned;
  }

  /** A writer that closes the stream. */
  static PcmWriter owning(OutputStream out) {
    return new PcmWriter(out, true);
  }

  /** A writer that leaves the stream open. */
  static PcmWriter lending(OutputStream out, byte[] header) throws IOException {
    out.write(header);
    return new PcmWriter(out, false);
  }

  @Override
  public void write(float[] samples, int from, int to) throws IOException {
    out.write(Pcm16.encode(samples, from, to, 1));
    if (!owned) {
      out.flush();
    }
  }

  @Override
  public void finish() throws IOException {
    out.flush();
  }

  @Override
  public void close() throws IOException {
    if (owned) {
      out.close();
    }
  }
}
