package myna.engine;

import java.nio.file.Path;
import myna.onnx.Device;
import myna.onnx.RuntimeSettings;

/**
 * A pack, and how it is to run.
 *
 * @param pack its name or folder; "" for the first there is
 * @param device asked for
 * @param threads that one operator is spread over; 0 for as many as suit the machine
 */
public record PackChoice(String pack, Device device, int threads) {
  /** The first pack there is, on what suits it best. */
  public static final PackChoice DEFAULT = new PackChoice("", Device.AUTO, 0);

  /** Checks the number of threads. */
  public PackChoice {
    if (threads < 0) {
      throw new IllegalArgumentException(threads + " threads");
    }
  }

  /** What that means for the runtime. */
  RuntimeSettings runtime(Path natives) {
    int count = threads == 0 ? RuntimeSettings.defaultThreads() : threads;
    return new RuntimeSettings(device, count, natives);
  }
}
