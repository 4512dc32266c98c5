package myna.onnx;

import java.nio.file.Path;

/**
 * How networks are run.
 *
 * @param device asked for
 * @param threads that one operator is spread over, at least 1
 * @param natives folder that the runtime's libraries are unpacked into, once; others may use it too
 */
public record RuntimeSettings(Device device, int threads, Path natives) {
  /** More threads than this only wait for each other in networks of this size. */
  private static final int MOST_DEFAULT_THREADS = 8;

  /** Checks the number of threads. */
  public RuntimeSettings {
    if (threads < 1) {
      throw new IllegalArgumentException("threads must be at least 1");
    }
  }

  /** As many threads as there are processors, up to a limit. */
  public static int defaultThreads() {
    return Math.min(Runtime.getRuntime().availableProcessors(), MOST_DEFAULT_THREADS);
  }
}
