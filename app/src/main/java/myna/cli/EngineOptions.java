package myna.cli;

import java.util.ArrayList;
import java.util.List;
import myna.engine.PackChoice;
import myna.onnx.Device;
import myna.onnx.ModelPack;
import myna.onnx.PackException;
import myna.onnx.RuntimeSettings;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The options of every command that runs a model. */
public final class EngineOptions {
  @Spec(Spec.Target.MIXEE)
  private CommandSpec spec;

  @Option(
      names = "--pack",
      paramLabel = "NAME|DIR",
      description = "Model pack to use (default: the one delivered with Myna).")
  private String pack;

  @Option(
      names = "--device",
      paramLabel = "auto|cpu|cuda",
      defaultValue = "auto",
      description = "Where networks run (default: ${DEFAULT-VALUE}).")
  private Device device;

  @Option(
      names = "--threads",
      paramLabel = "N",
      description = "Threads per operator (default: one per processor, at most 8).")
  private Integer threads;

  /** The pack and how to run it; bad use if the number of threads is. */
  public PackChoice choice() {
    runtime();
    return new PackChoice(pack == null ? "" : pack, device, threads == null ? 0 : threads);
  }

  /** How to run networks; bad use if the number of threads is. */
  public RuntimeSettings runtime() {
    int count = threads == null ? RuntimeSettings.defaultThreads() : threads;
    if (count < 1) {
      throw new ParameterException(spec.commandLine(), "--threads must be at least 1.");
    }
    return new RuntimeSettings(device, count, Places.here().natives());
  }

  /** The same with another number of threads. */
  public RuntimeSettings runtime(int otherThreads) {
    return new RuntimeSettings(device, otherThreads, Places.here().natives());
  }

  /** The options that make another command use the same. */
  public List<String> arguments() {
    List<String> arguments = new ArrayList<>(List.of("--device", device.toString()));
    if (pack != null) {
      arguments.addAll(List.of("--pack", pack));
    }
    if (threads != null) {
      arguments.addAll(List.of("--threads", threads.toString()));
    }
    return arguments;
  }

  /** The pack, its files checked. */
  public ModelPack pack() throws PackException {
    return ModelPack.open(Places.here().packs().find(pack));
  }
}
