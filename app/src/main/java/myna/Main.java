package myna;

import java.io.Console;
import java.io.PrintWriter;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import myna.cli.CheckCommand;
import myna.cli.CodecCommand;
import myna.cli.DispatcherCommand;
import myna.cli.Failures;
import myna.cli.InstallCommand;
import myna.cli.LicencesCommand;
import myna.cli.McpCommand;
import myna.cli.ModelsCommand;
import myna.cli.ServeCommand;
import myna.cli.SpeakCommand;
import myna.cli.TextCommand;
import myna.cli.VoiceCommand;
import myna.cli.measure.BenchCommand;
import myna.cli.measure.EvaluateCommand;
import myna.cli.narrate.DubCommand;
import myna.cli.narrate.NarrateCommand;
import myna.ui.Studio;
import myna.watermark.SyntheticNote;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.HelpCommand;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** The entry point: wires the commands together and turns their outcome into an exit status. */
@Command(
    name = "myna",
    description = {
      "Speaks any text in any voice heard once, offline.",
      "Without a command it opens the studio, with files as if they were dropped on it."
    },
    mixinStandardHelpOptions = true,
    versionProvider = Main.Version.class,
    synopsisSubcommandLabel = "COMMAND",
    subcommands = {
      SpeakCommand.class,
      CodecCommand.class,
      TextCommand.class,
      VoiceCommand.class,
      NarrateCommand.class,
      DubCommand.class,
      CheckCommand.class,
      ServeCommand.class,
      McpCommand.class,
      DispatcherCommand.class,
      InstallCommand.class,
      ModelsCommand.class,
      EvaluateCommand.class,
      BenchCommand.class,
      LicencesCommand.class,
      HelpCommand.class
    })
public final class Main implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Parameters(
      arity = "0..*",
      paramLabel = "FILE",
      description = "Voices, sounds or books for the studio.")
  private List<String> files = new ArrayList<>();

  /** Runs the command line and ends the process with its exit status. */
  public static void main(String[] arguments) {
    PrintWriter out = new PrintWriter(System.out, true, outputCharset());
    PrintWriter err = new PrintWriter(System.err, true, System.err.charset());
    System.exit(run(out, err, arguments));
  }

  /** What is piped on is UTF-8 wherever it runs; a terminal gets what it understands. */
  private static Charset outputCharset() {
    return Optional.ofNullable(System.console()).filter(Console::isTerminal).isPresent()
        ? System.out.charset()
        : StandardCharsets.UTF_8;
  }

  /**
   * Runs the command line.
   *
   * @return 0, 1 for failure, 2 for bad use
   */
  public static int run(PrintWriter out, PrintWriter err, String... arguments) {
    CommandLine line = new CommandLine(new Main());
    line.setOut(out);
    line.setErr(err);
    line.setCaseInsensitiveEnumValuesAllowed(true);
    line.setExecutionExceptionHandler(new Failures());
    line.setParameterExceptionHandler(
        (failure, ignored) -> {
          failure
              .getCommandLine()
              .getErr()
              .println("myna: " + Failures.oneLine(failure.getMessage()));
          return CommandLine.ExitCode.USAGE;
        });
    return line.execute(arguments);
  }

  @Override
  public Integer call() {
    List<Path> given = new ArrayList<>();
    for (String file : files) {
      if (!Files.exists(Path.of(file))) {
        throw new ParameterException(
            spec.commandLine(), "there is neither a command nor a file '" + file + "'");
      }
      given.add(Path.of(file).toAbsolutePath());
    }
    Studio.Places places = Studio.Places.here(SyntheticNote.version());
    return Studio.open(places, given, spec.commandLine().getErr());
  }

  /** Reads the version only where somebody asks for it. */
  static final class Version implements IVersionProvider {
    @Override
    public String[] getVersion() {
      return new String[] {"myna " + SyntheticNote.version()};
    }
  }
}
