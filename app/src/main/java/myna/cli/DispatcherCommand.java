package myna.cli;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import myna.server.dispatcher.ModuleConfig;
import myna.server.dispatcher.ServerSource;
import myna.server.dispatcher.ServerStart;
import myna.server.dispatcher.SpeechModule;
import myna.server.dispatcher.VoiceChoice;
import myna.voice.VoiceLibrary;
import org.slf4j.LoggerFactory;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Parameters;

/** {@code myna speech-dispatcher}: a module of speech-dispatcher, which starts it. */
@Command(
    name = "speech-dispatcher",
    description =
        "Speaks for speech-dispatcher, which starts this itself after `myna install"
            + " speech-dispatcher`.",
    mixinStandardHelpOptions = true)
public final class DispatcherCommand implements Callable<Integer> {
  /** So long the server that it starts stays when nobody asks. */
  private static final String IDLE_MINUTES = "30";

  private static final Duration PATIENCE = Duration.ofSeconds(30);

  @Parameters(
      arity = "0..1",
      paramLabel = "FILE",
      description = "The module's configuration (default: the server at its usual port).")
  private Path config;

  @Override
  public Integer call() throws IOException, InterruptedException {
    ModuleConfig chosen = config == null ? ModuleConfig.USUAL : ModuleConfig.read(config);
    VoiceLibrary library = Places.here().library();
    ServerSource source =
        new ServerSource(chosen.server(), new ServerStart(start(chosen.server()), PATIENCE));
    ExecutorService early =
        Executors.newSingleThreadExecutor(Thread.ofPlatform().daemon().factory());
    early.execute(() -> prepare(source));
    VoiceChoice voices = new VoiceChoice(library, chosen.voice());
    new SpeechModule(voices, source, System.in, new StandardOutput()).run();
    return ExitCode.OK;
  }

  private static List<String> start(URI server) {
    String port = String.valueOf(server.getPort());
    String launcher = Places.here().launcher().toString();
    return List.of(launcher, "serve", "--port", port, "--end-idle", IDLE_MINUTES);
  }

  /** Has the server be there when the first text comes; if it is not, that text tells why. */
  private static void prepare(ServerSource source) {
    try {
      source.prepare();
    } catch (IOException e) {
      LoggerFactory.getLogger(DispatcherCommand.class).debug("no server yet", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
