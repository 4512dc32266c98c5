package myna.onnx;

import java.util.Locale;
import java.util.Optional;

/** What networks run on. */
public enum Device {
  /** CUDA where it is there, else the CPU. */
  AUTO,
  /** The processor. */
  CPU,
  /** An NVIDIA GPU. */
  CUDA;

  /** Why CUDA cannot be used here, in one clause for the user; empty where it can. */
  public static Optional<String> missingForCuda() {
    return CudaProbe.missing();
  }

  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
