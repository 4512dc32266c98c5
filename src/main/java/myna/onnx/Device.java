package myna.onnx;

import java.util.Locale;

/** What networks run on. */
public enum Device {
  /** CUDA where it is there, else the CPU. */
  AUTO,
  /** The processor. */
  CPU,
  /** An NVIDIA GPU. */
  CUDA;

  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
