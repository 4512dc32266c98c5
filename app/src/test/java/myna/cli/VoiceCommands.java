package myna.cli;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.stream.Stream;
import picocli.CommandLine;

/** Runs {@code myna voice} with data of its own, and keeps what the last command said. */
final class VoiceCommands {
  private final Places places;
  private StringWriter out = new StringWriter();
  private StringWriter err = new StringWriter();

  /**
   * The commands.
   *
   * @param root of Myna, or any folder where no pack is needed
   */
  VoiceCommands(Path root, Path home) {
    places = new Places(root, home);
  }

  int run(Object... arguments) {
    out = new StringWriter();
    err = new StringWriter();
    CommandLine line = new CommandLine(new VoiceCommand(places));
    line.setOut(new PrintWriter(out, true));
    line.setErr(new PrintWriter(err, true));
    line.setCaseInsensitiveEnumValuesAllowed(true);
    line.setExecutionExceptionHandler(new Failures());
    line.setParameterExceptionHandler(
        (failure, ignored) -> {
          line.getErr().println("myna: " + Failures.oneLine(failure.getMessage()));
          return CommandLine.ExitCode.USAGE;
        });
    return line.execute(Stream.of(arguments).map(Object::toString).toArray(String[]::new));
  }

  String out() {
    return out.toString();
  }

  String err() {
    return err.toString();
  }
}
