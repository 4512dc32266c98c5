package myna.audio;

import java.io.IOException;

/** Takes the samples of a file piece by piece. */
interface SampleWriter extends AutoCloseable {
  /**
   * Adds samples.
   *
   * @param samples [T] of which those from, inclusive, to, exclusive, are written
   */
  void write(float[] samples, int from, int to) throws IOException;

  /** Completes the file; nothing may be written afterwards. */
  void finish() throws IOException;

  /** Releases everything, once; without {@link #finish} before, the file is worthless. */
  @Override
  void close() throws IOException;
}
