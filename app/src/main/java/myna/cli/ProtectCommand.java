package myna.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import myna.audio.AudioException;
import myna.audio.AudioFiles;
import myna.engine.Engine;
import myna.engine.EngineException;
import myna.engine.PackLease;
import myna.voice.ProtectedVoices;
import myna.voice.VoiceException;
import myna.voice.Voiceprint;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** {@code myna voice protect}: the list of voices that may not be cloned. */
@Command(
    name = "protect",
    description =
        "Adds the voice of a clip to the list of those that no new voice may be like. Kept are"
            + " numbers that tell the voice, no sound and no name.",
    mixinStandardHelpOptions = true)
final class ProtectCommand implements Callable<Integer> {
  @ParentCommand private VoiceCommand voices;
  @Spec private CommandSpec spec;
  @Mixin private EngineOptions engine;

  @ArgGroup(multiplicity = "1")
  private Action action;

  @Option(
      names = "--label",
      paramLabel = "TEXT",
      description = "Whatever you call it, printed where a voice is refused (default: nothing).")
  private String label = "";

  /** One of them. */
  private static final class Action {
    @Parameters(paramLabel = "CLIP", description = "A recording of the voice, 5 s or more.")
    private Path clip;

    @Option(names = "--list", description = "Prints the list: id, label.")
    private boolean list;

    @Option(names = "--remove", paramLabel = "ID", description = "Takes a voice from the list.")
    private String remove;

    @Option(
        names = "--import",
        paramLabel = "FILE",
        description = "Takes in a list that --export wrote, an organisation's for instance.")
    private Path source;

    @Option(
        names = "--export",
        paramLabel = "FILE",
        description = "Writes the list into a file for others to take in.")
    private Path target;
  }

  @Override
  public Integer call() throws AudioException, EngineException, VoiceException {
    ProtectedVoices list = voices.places().protectedVoices();
    if (action.list) {
      list.list().forEach(this::print);
    } else if (action.remove != null) {
      list.remove(action.remove);
    } else if (action.source != null) {
      int added = list.importFrom(action.source);
      spec.commandLine().getOut().println(added == 1 ? "1 voice added" : added + " voices added");
    } else if (action.target != null) {
      list.exportTo(action.target);
    } else {
      print(list.protect(label, print(action.clip)));
    }
    return ExitCode.OK;
  }

  private Voiceprint print(Path clip) throws AudioException, EngineException, VoiceException {
    try (Engine packs = Places.here().engine();
        PackLease pack = packs.lease(engine.choice())) {
      return pack.voiceprint(List.of(AudioFiles.read(clip)))
          .orElseThrow(
              () ->
                  new VoiceException(
                      VoiceException.Reason.PROTECTED, "this pack cannot tell voices apart"));
    }
  }

  private void print(ProtectedVoices.Entry entry) {
    spec.commandLine().getOut().println(entry.id() + "\t" + Failures.oneLine(entry.label()));
  }
}
