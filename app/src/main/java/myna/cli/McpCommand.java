package myna.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import myna.audio.Seal;
import myna.delivery.Sound;
import myna.engine.Engine;
import myna.engine.EngineException;
import myna.engine.PackLease;
import myna.engine.Pronunciations;
import myna.narration.book.NarrationException;
import myna.narration.book.NarrationException.Reason;
import myna.narration.project.ChapterEntry;
import myna.narration.project.Project;
import myna.narration.project.Projects;
import myna.provenance.FileSeal;
import myna.provenance.Signer;
import myna.server.Speakers;
import myna.server.SpeechTools;
import myna.server.ToolServer;
import myna.voice.VoiceException;
import myna.voice.VoiceLibrary;
import myna.watermark.SyntheticNote;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code myna mcp}: a voice for assistants, over standard input and output. */
@Command(
    name = "mcp",
    description =
        "Speaks for assistants, by the Model Context Protocol on standard input and output.",
    mixinStandardHelpOptions = true)
public final class McpCommand implements Callable<Integer> {
  @Mixin private EngineOptions engine;

  @Option(
      names = "--folder",
      paramLabel = "DIR",
      required = true,
      description = "The folder that files are written into, and nowhere else.")
  private Path folder;

  @Option(
      names = "--voice",
      paramLabel = "NAME",
      description = "Voice of the library that speaks where none is asked for.")
  private String voice;

  @Override
  public Integer call() throws EngineException, IOException, InterruptedException, VoiceException {
    VoiceLibrary library = Places.here().library();
    if (voice != null) {
      library.get(voice);
    }
    Files.createDirectories(folder);
    Pronunciations said = new Pronunciations(Places.here().lexicon());
    try (Engine packs = Places.here().engine();
        PackLease pack = packs.lease(engine.choice())) {
      Speakers speakers = new Speakers(pack, library, Optional.ofNullable(voice), said::reading, 1);
      SpeechTools tools = new SpeechTools(speakers, folder, this::books, seal(pack));
      try (ToolServer server = ToolServer.start(tools, System.in, new StandardOutput())) {
        server.join();
      }
    }
    return ExitCode.OK;
  }

  private static Seal seal(PackLease pack) throws IOException {
    Signer signer = Signer.own(Places.here().signingKey());
    Optional<String> name = Optional.of(pack.format().pack());
    return new FileSeal(signer, SyntheticNote.version(), name, Sound.AS_SPOKEN.watermark());
  }

  /** A line for each book that is made in the folder. */
  private String books() {
    try (Stream<Path> entries = Files.list(folder)) {
      String lines =
          entries
              .filter(Projects::exists)
              .sorted()
              .map(McpCommand::line)
              .collect(Collectors.joining("\n"));
      return lines.isEmpty() ? "no audiobook is made in this folder" : lines;
    } catch (IOException e) {
      return "the folder cannot be read";
    }
  }

  private static String line(Path book) {
    try (Project project = Projects.open(book)) {
      ChapterEntry.Work work =
          project.spokenChapters().stream()
              .map(ChapterEntry::work)
              .reduce(ChapterEntry.Work.NONE, ChapterEntry.Work::plus);
      return "%s: %d of %d sentences".formatted(book.getFileName(), work.finished(), work.lines());
    } catch (NarrationException e) {
      return book.getFileName() + (e.reason() == Reason.LOCKED ? ": at work" : ": cannot be read");
    }
  }
}
