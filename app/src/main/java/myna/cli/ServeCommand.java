package myna.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import myna.engine.Engine;
import myna.engine.EngineException;
import myna.engine.PackLease;
import myna.engine.Pronunciations;
import myna.server.ServerException;
import myna.server.ServerSettings;
import myna.server.Speakers;
import myna.server.SpeechServer;
import myna.voice.VoiceException;
import myna.voice.VoiceLibrary;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code myna serve}: a voice for other programs, over HTTP. */
@Command(
    name = "serve",
    description = "Speaks for other programs of this machine, by OpenAI's interface.",
    mixinStandardHelpOptions = true)
public final class ServeCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;
  @Mixin private EngineOptions engine;

  @Option(
      names = "--port",
      paramLabel = "N",
      description = "Port to listen at; 0 for any (default: ${DEFAULT-VALUE}).")
  private int port = ServerSettings.USUAL_PORT;

  @Option(
      names = "--voice",
      paramLabel = "NAME",
      description = "Voice of the library that speaks where a request names none.")
  private String voice;

  @Option(
      names = "--jobs",
      paramLabel = "N",
      description = "Sentences that are made at once (default: ${DEFAULT-VALUE}).")
  private int jobs = 1;

  @Option(
      names = "--bind",
      paramLabel = "ADDRESS",
      description = "Another address than this machine's own; it needs --token-file.")
  private String address = ServerSettings.THIS_MACHINE;

  @Option(
      names = "--token-file",
      paramLabel = "FILE",
      description = "Holds the token that every request must carry.")
  private Path tokenFile;

  @Option(
      names = "--allow-origin",
      paramLabel = "ORIGIN",
      description = "A web page or browser extension that may ask; may be given several times.")
  private List<String> origins = List.of();

  @Option(names = "--allow-new-voices", description = "Lets programs add voices.")
  private boolean newVoices;

  @Option(
      names = "--end-idle",
      paramLabel = "MINUTES",
      description = "Ends when nobody asked for so long (default: never).")
  private Integer idleMinutes;

  @Override
  public Integer call()
      throws EngineException, IOException, InterruptedException, ServerException, VoiceException {
    ServerSettings settings = settings();
    Places places = Places.here();
    try (Engine packs = places.engine()) {
      VoiceLibrary library = places.library(packs);
      if (voice != null) {
        library.get(voice);
      }
      Pronunciations said = new Pronunciations(places.lexicon());
      try (PackLease pack = packs.lease(engine.choice());
          SpeechServer server = SpeechServer.start(settings, speakers(pack, library, said))) {
        spec.commandLine().getOut().println("Myna speaks at " + server.address());
        Thread hook = Thread.ofPlatform().unstarted(server::close);
        Runtime.getRuntime().addShutdownHook(hook);
        await(server);
      }
    }
    return ExitCode.OK;
  }

  private void await(SpeechServer server) throws InterruptedException {
    if (idleMinutes == null) {
      server.join();
    } else {
      server.joinUntilQuiet(Duration.ofMinutes(idleMinutes));
    }
  }

  private Speakers speakers(PackLease pack, VoiceLibrary library, Pronunciations said) {
    try {
      return new Speakers(pack, library, Optional.ofNullable(voice), said::reading, jobs);
    } catch (IllegalArgumentException e) {
      throw new ParameterException(spec.commandLine(), "--jobs: " + e.getMessage() + ".", e);
    }
  }

  private ServerSettings settings() throws IOException {
    Optional<String> token =
        tokenFile == null
            ? Optional.empty()
            : Optional.of(Files.readString(tokenFile, StandardCharsets.UTF_8).strip());
    if (token.filter(String::isEmpty).isPresent()) {
      throw new IOException(tokenFile + " holds no token");
    }
    try {
      return new ServerSettings(address, port, token, new HashSet<>(origins), newVoices);
    } catch (IllegalArgumentException e) {
      throw new ParameterException(spec.commandLine(), e.getMessage() + ".", e);
    }
  }
}
