package myna.onnx;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SymbolLookup;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import myna.onnx.PackException.Reason;

/**
 * Keeps the runtime from reporting home. Since 1.29 its libraries for Linux and macOS write an
 * identifier into the user's cache and send events to Microsoft, unless the variable {@code
 * ORT_DISABLE_TELEMETRY} is set before they start; switching it off by the interface comes too late
 * for the first event. Java cannot set variables of its own process, so the C library does.
 */
final class Telemetry {
  private static final String VARIABLE = "ORT_DISABLE_TELEMETRY";

  private Telemetry() {}

  /**
   * Sets the variable. Has an effect only before the runtime's library is loaded.
   *
   * @throws PackException if it cannot be set: then nothing may be loaded
   */
  static void forbid() throws PackException {
    if (Natives.isWindows() || "1".equals(System.getenv(VARIABLE))) {
      return;
    }
    if (setVariable() != 0) {
      throw new PackException(Reason.MODEL, "ONNX Runtime's reports cannot be switched off");
    }
  }

  // Calling the C library is what this is for; a handle's exact call may throw anything.
  @SuppressWarnings("restricted")
  private static int setVariable() {
    FunctionDescriptor signature =
        FunctionDescriptor.of(
            ValueLayout.JAVA_INT, ValueLayout.ADDRESS, ValueLayout.ADDRESS, ValueLayout.JAVA_INT);
    SymbolLookup library = Linker.nativeLinker().defaultLookup();
    MethodHandle setenv =
        Linker.nativeLinker().downcallHandle(library.findOrThrow("setenv"), signature);
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment name = arena.allocateFrom(VARIABLE);
      return (int) setenv.invokeExact(name, arena.allocateFrom("1"), 1);
    } catch (Throwable e) {
      throw new IllegalStateException("setenv", e);
    }
  }
}
