package myna.onnx;

import java.lang.foreign.Arena;
import java.lang.foreign.SymbolLookup;
import java.util.List;
import java.util.Optional;

/**
 * Tells whether CUDA is there, before the runtime is asked for it: an attempt that fails costs half
 * a gigabyte of unpacking, and the runtime's own list of providers tells only what it was built
 * with.
 */
final class CudaProbe {
  private static final List<String> LINUX =
      List.of(
          "libcuda.so.1",
          "libcudart.so.12",
          "libcublas.so.12",
          "libcublasLt.so.12",
          "libcurand.so.10",
          "libcudnn.so.9");
  private static final List<String> WINDOWS =
      List.of(
          "nvcuda.dll", "cudart64_12.dll", "cublas64_12.dll", "cublasLt64_12.dll", "cudnn64_9.dll");

  private CudaProbe() {}

  /**
   * What is missing for CUDA.
   *
   * @return one clause for the user, empty if everything is there
   */
  static Optional<String> missing() {
    if (!Natives.hasCuda()) {
      return Optional.of("this build of Myna has no CUDA for this platform");
    }
    return missing(Natives.isWindows() ? WINDOWS : LINUX);
  }

  static Optional<String> missing(List<String> libraries) {
    try (Arena arena = Arena.ofConfined()) {
      for (String library : libraries) {
        if (!loads(library, arena)) {
          return Optional.of("CUDA is not there: the system has no " + library);
        }
      }
    }
    return Optional.empty();
  }

  @SuppressWarnings("restricted") // loading a library is what the probe is for
  private static boolean loads(String library, Arena arena) {
    try {
      SymbolLookup.libraryLookup(library, arena);
      return true;
    } catch (IllegalArgumentException e) {
      return false; // how libraryLookup says that there is no such library
    }
  }
}
