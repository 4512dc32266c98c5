package myna.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code myna licences}: what the program is made of, and on which terms. */
@Command(
    name = "licences",
    description = "Prints the licences of all that Myna is made of.",
    mixinStandardHelpOptions = true)
public final class LicencesCommand implements Callable<Integer> {
  private static final List<String> TEXTS = List.of("LICENSE", "licences");

  @Spec private CommandSpec spec;

  @Option(
      names = "--full",
      description = "Prints the texts of the licences that lie beside the program as well.")
  private boolean full;

  @Override
  public Integer call() throws IOException {
    Path application = Places.here().application();
    PrintWriter out = spec.commandLine().getOut();
    out.println("Myna is free software under the GNU General Public License, version 3 or later.");
    out.println();
    out.println(Files.readString(application.resolve("THIRD-PARTY.md")).stripTrailing());
    if (full) {
      printTexts(application, out);
    }
    return ExitCode.OK;
  }

  private static void printTexts(Path application, PrintWriter out) throws IOException {
    for (String name : TEXTS) {
      Path start = application.resolve(name);
      if (!Files.exists(start)) {
        continue;
      }
      try (Stream<Path> files = Files.walk(start)) {
        for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
          out.println();
          out.println("==== " + application.relativize(file));
          // Some of the texts of others are not in UTF-8.
          out.println(new String(Files.readAllBytes(file), StandardCharsets.UTF_8).stripTrailing());
        }
      }
    }
  }
}
