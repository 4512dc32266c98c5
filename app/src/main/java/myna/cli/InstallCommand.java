package myna.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.Callable;
import myna.server.dispatcher.Installation;
import myna.voice.VoiceException;
import myna.voice.VoiceLibrary;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code myna install}: makes Myna known to other programs of the user. */
@Command(
    name = "install",
    description = "Makes Myna known to other programs of the user.",
    mixinStandardHelpOptions = true,
    synopsisSubcommandLabel = "COMMAND",
    subcommands = InstallCommand.SpeechDispatcher.class)
public final class InstallCommand implements Runnable {
  @Spec private CommandSpec spec;

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "install needs speech-dispatcher.");
  }

  /** Installs or removes the module of speech-dispatcher. */
  @Command(
      name = "speech-dispatcher",
      description =
          "Adds Myna to the voices of screen readers, browsers and spd-say on Linux, for this user;"
              + " what is set there already is kept.",
      mixinStandardHelpOptions = true)
  static final class SpeechDispatcher implements Callable<Integer> {
    @Spec private CommandSpec spec;

    @Option(
        names = "--voice",
        paramLabel = "NAME",
        description = "Voice of the library that speaks where a program names none.")
    private String voice;

    @Option(names = "--remove", description = "Takes it away again.")
    private boolean remove;

    @Override
    public Integer call() throws IOException, VoiceException {
      Installation installation = installation(System.getenv(), System.getProperties());
      if (remove) {
        print(installation.remove(), "removed from ");
        return ExitCode.OK;
      }
      VoiceLibrary library = Places.here().library();
      if (voice != null) {
        library.get(voice);
      }
      Optional<Path> home = Optional.ofNullable(System.getenv("MYNA_HOME")).map(Path::of);
      print(
          installation.install(
              Places.here().launcher(), home.map(Path::toAbsolutePath), Optional.ofNullable(voice)),
          "wrote ");
      if (library.list().voices().isEmpty()) {
        spec.commandLine()
            .getErr()
            .println("myna: there is no voice yet: myna voice add NAME CLIP");
      }
      return ExitCode.OK;
    }

    private void print(List<Path> files, String done) {
      files.forEach(file -> spec.commandLine().getOut().println(done + file));
    }
  }

  /** Where speech-dispatcher looks, by the XDG Base Directory Specification. */
  static Installation installation(Map<String, String> variables, Properties properties) {
    Path user = Path.of(properties.getProperty("user.home"));
    Path data = folder(variables, "XDG_DATA_HOME", user.resolve(".local/share"));
    Path config = folder(variables, "XDG_CONFIG_HOME", user.resolve(".config"));
    return new Installation(
        data, config.resolve("speech-dispatcher"), Path.of("/etc/speech-dispatcher/speechd.conf"));
  }

  private static Path folder(Map<String, String> variables, String name, Path usual) {
    String named = variables.get(name);
    return named == null || named.isBlank() ? usual : Path.of(named);
  }
}
