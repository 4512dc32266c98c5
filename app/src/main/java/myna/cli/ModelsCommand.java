package myna.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import myna.onnx.Device;
import myna.onnx.Manifest;
import myna.onnx.ModelPack;
import myna.onnx.PackException;
import myna.onnx.PackShelf;
import myna.onnx.RuntimeSettings;
import myna.speech.SpeechModel;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code myna models}: the model packs that are there. */
@Command(
    name = "models",
    description = "Lists, checks and imports model packs.",
    mixinStandardHelpOptions = true,
    synopsisSubcommandLabel = "COMMAND",
    subcommands = {
      ModelsCommand.ListPacks.class,
      ModelsCommand.Verify.class,
      ModelsCommand.Import.class
    })
public final class ModelsCommand implements Runnable {
  @Spec private CommandSpec spec;

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "models needs list, verify or import.");
  }

  /** The packs, one per line. */
  @Command(
      name = "list",
      description =
          "Prints one line per pack: name, version, languages, licence, hours, size, folder.",
      mixinStandardHelpOptions = true)
  static final class ListPacks implements Callable<Integer> {
    @Spec private CommandSpec spec;

    @Override
    public Integer call() throws PackException {
      PrintWriter out = spec.commandLine().getOut();
      for (Path folder : Places.here().packs().folders()) {
        out.println(line(ModelPack.describe(folder)));
      }
      return ExitCode.OK;
    }

    private static String line(ModelPack pack) {
      Manifest manifest = pack.manifest();
      long bytes = manifest.files().values().stream().mapToLong(Manifest.PackFile::bytes).sum();
      return String.join(
          "\t",
          manifest.name(),
          manifest.version(),
          String.join(",", manifest.languages()),
          manifest.licence(),
          String.format(Locale.ROOT, "%.1f h", manifest.training().hours()),
          String.format(Locale.ROOT, "%.1f MB", bytes / 1e6),
          pack.folder().toString());
    }
  }

  /** Checks packs. */
  @Command(
      name = "verify",
      description = "Checks every file of packs against its sum, and loads their models.",
      mixinStandardHelpOptions = true)
  static final class Verify implements Callable<Integer> {
    @Spec private CommandSpec spec;

    @Parameters(
        arity = "0..*",
        paramLabel = "NAME|DIR",
        description = "Packs to check (default: all).")
    private List<String> names = new ArrayList<>();

    @Override
    public Integer call() throws PackException {
      PackShelf shelf = Places.here().packs();
      List<Path> folders = new ArrayList<>();
      for (String name : names) {
        folders.add(shelf.find(name));
      }
      int failures = 0;
      for (Path folder : names.isEmpty() ? shelf.folders() : folders) {
        failures += isWhole(folder) ? 0 : 1;
      }
      return failures == 0 ? ExitCode.OK : ExitCode.SOFTWARE;
    }

    private boolean isWhole(Path folder) {
      RuntimeSettings cpu = new RuntimeSettings(Device.CPU, 1, Places.here().natives());
      try (SpeechModel model = ModelPack.open(folder).load(cpu)) {
        spec.commandLine().getOut().println(model.format().pack() + ": whole");
        return true;
      } catch (PackException e) {
        spec.commandLine().getErr().println("myna: " + Failures.oneLine(e.getMessage()));
        return false;
      }
    }
  }

  /** Takes a pack in. */
  @Command(
      name = "import",
      description = "Checks a pack and copies it to the user's packs.",
      mixinStandardHelpOptions = true)
  static final class Import implements Callable<Integer> {
    @Spec private CommandSpec spec;

    @Parameters(paramLabel = "DIR|ZIP", description = "A pack's folder, or a ZIP file of one.")
    private Path source;

    @Override
    public Integer call() throws PackException {
      Path folder = Places.here().packs().take(source);
      spec.commandLine().getOut().println("imported to " + folder);
      return ExitCode.OK;
    }
  }
}
