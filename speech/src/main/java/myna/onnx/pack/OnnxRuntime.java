package myna.onnx.pack;

import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtLoggingLevel;
import ai.onnxruntime.OrtSession;
import java.io.IOException;
import java.io.InputStream;
import java.lang.management.ManagementFactory;
import java.lang.management.OperatingSystemMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import myna.jobs.CancelledException;
import myna.onnx.Device;
import myna.onnx.PackException;
import myna.onnx.PackException.Reason;
import myna.onnx.RuntimeSettings;
import myna.onnx.system.CudaProbe;
import myna.onnx.system.Natives;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The runtime on the device that was chosen. Where CUDA fails while it works, for want of memory
 * for instance, all that follows runs on the CPU, and {@link #reason} says why.
 */
final class OnnxRuntime {
  private static final Logger LOG = LoggerFactory.getLogger(OnnxRuntime.class);

  /** Processors in use, as a share, above which the machine is somebody else's as well. */
  private static final double BUSY_SHARE = 0.5;

  private static final int LONGEST_COMMAND_LINE = 4000;

  private final OrtEnvironment environment;
  private final int threads;
  private final AtomicReference<Placement> placement;

  /**
   * Where networks run.
   *
   * @param device CPU or CUDA
   * @param reason why not on the GPU, empty if it was not asked for or is used
   */
  private record Placement(Device device, String reason) {}

  private OnnxRuntime(OrtEnvironment environment, int threads, Placement placement) {
    this.environment = environment;
    this.threads = threads;
    this.placement = new AtomicReference<>(placement);
  }

  /**
   * Starts the runtime.
   *
   * @throws PackException if CUDA is asked for and not there, or the command line is one that the
   *     runtime does not survive
   * @throws CancelledException if Java is ending, and starts nothing more
   */
  static OnnxRuntime start(RuntimeSettings settings) throws PackException {
    refuseLongCommandLine();
    Telemetry.forbid();
    Placement placement = choose(settings.device());
    Natives.prepare(settings.natives(), placement.device() == Device.CUDA);
    return new OnnxRuntime(opened(), settings.threads(), placement);
  }

  private static OrtEnvironment opened() {
    try {
      return OrtEnvironment.getEnvironment(OrtLoggingLevel.ORT_LOGGING_LEVEL_FATAL, "myna");
    } catch (IllegalStateException e) {
      if (e.getCause() != null) { // it failed by itself
        throw e;
      }
      LOG.debug("it wants to be told of Java's end, which has begun", e);
      throw new CancelledException();
    }
  }

  /**
   * On Linux the native library copies the command line into 4096 bytes, and crashes if it is
   * longer.
   */
  private static void refuseLongCommandLine() throws PackException {
    Path commandLine = Path.of("/proc/self/cmdline");
    if (!Files.isReadable(commandLine)) {
      return;
    }
    try (InputStream in = Files.newInputStream(commandLine)) {
      if (in.readNBytes(LONGEST_COMMAND_LINE + 1).length > LONGEST_COMMAND_LINE) {
        throw new PackException(
            Reason.MODEL,
            "the command line is too long for ONNX Runtime: put the text into a file");
      }
    } catch (IOException e) {
      LOG.debug("cannot read the command line", e);
    }
  }

  private static Placement choose(Device asked) throws PackException {
    if (asked == Device.CPU) {
      return new Placement(Device.CPU, "");
    }
    Optional<String> missing = CudaProbe.missing();
    if (missing.isEmpty()) {
      return new Placement(Device.CUDA, "");
    }
    if (asked == Device.CUDA) {
      throw new PackException(Reason.DEVICE, "cannot run on cuda: " + missing.get());
    }
    return new Placement(Device.CPU, missing.get());
  }

  OrtEnvironment environment() {
    return environment;
  }

  Device device() {
    return placement.get().device();
  }

  /** Why networks do not run on the GPU; empty if nobody asked for it, or they do. */
  String reason() {
    return placement.get().reason();
  }

  /** Notes that CUDA failed: from now on, sessions are for the CPU. */
  void giveUpCuda(OrtException failure) {
    String reason = "CUDA failed: " + failure.getMessage();
    placement.set(new Placement(Device.CPU, reason));
    LOG.warn("going on with the CPU; {}", reason);
  }

  /** A session of a model on the device in use. */
  OrtSession session(Path file) throws OrtException {
    return session(options -> environment.createSession(file.toString(), options));
  }

  /** A session of a model in memory on the device in use. */
  OrtSession session(byte[] model) throws OrtException {
    return session(options -> environment.createSession(model, options));
  }

  /** Makes a session. */
  private interface Maker {
    OrtSession make(OrtSession.SessionOptions options) throws OrtException;
  }

  private OrtSession session(Maker maker) throws OrtException {
    if (device() == Device.CUDA) {
      try (OrtSession.SessionOptions options = options()) {
        options.addCUDA();
        return maker.make(options);
      } catch (OrtException e) {
        giveUpCuda(e);
      }
    }
    try (OrtSession.SessionOptions options = options()) {
      return maker.make(options);
    }
  }

  /**
   * Whether others use the machine. Threads that wait for each other do so best by spinning, but on
   * processors that others want, spinning doubles the time instead.
   */
  private static boolean machineIsBusy() {
    OperatingSystemMXBean system = ManagementFactory.getOperatingSystemMXBean();
    return system.getSystemLoadAverage() > BUSY_SHARE * system.getAvailableProcessors();
  }

  private OrtSession.SessionOptions options() throws OrtException {
    OrtSession.SessionOptions options = new OrtSession.SessionOptions();
    options.setIntraOpNumThreads(threads);
    options.setInterOpNumThreads(1);
    options.addConfigEntry("session.intra_op.allow_spinning", machineIsBusy() ? "0" : "1");
    options.setSessionLogLevel(OrtLoggingLevel.ORT_LOGGING_LEVEL_FATAL);
    return options;
  }
}
