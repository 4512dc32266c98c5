package myna.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.concurrent.Callable;
import myna.audio.AudioException;
import myna.engine.AdaptRequest;
import myna.engine.Adapted;
import myna.engine.Engine;
import myna.engine.EngineException;
import myna.engine.PackLease;
import myna.engine.VoiceSource;
import myna.jobs.Cancellation;
import myna.jobs.Progress;
import myna.text.TextException;
import myna.voice.Reading;
import myna.voice.ReadingFiles;
import myna.voice.Voice;
import myna.voice.VoiceException;
import myna.voice.VoiceLibrary;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** {@code myna voice adapt}: brings the model to a voice that was read for some minutes. */
@Command(
    name = "adapt",
    description =
        "Adapts the model to a voice: learns from recordings and what was read in them, so that"
            + " speech sounds like that person. Two minutes of reading are good.",
    mixinStandardHelpOptions = true)
final class AdaptCommand implements Callable<Integer> {
  @ParentCommand private VoiceCommand voices;
  @Spec private CommandSpec spec;
  @Mixin private EngineOptions engine;
  @Mixin private ReadingOptions reading;

  @Parameters(index = "0", paramLabel = "NAME", description = "The voice.")
  private String name;

  @Parameters(
      index = "1..*",
      paramLabel = "CLIP|FOLDER",
      description = "Recordings, each with its text beside it as NAME.txt, or folders of these.")
  private List<Path> clips = new ArrayList<>();

  @Option(
      names = "--again",
      description = "Learns from what the voice read before, for another pack for instance.")
  private boolean again;

  @Option(names = "--undo", description = "Goes back to the voice as its clips have it.")
  private boolean undo;

  @Option(
      names = "--minutes-of-work",
      paramLabel = "N",
      description =
          "Stops learning after so long (default: as long as the readings are worth; a minute or"
              + " two for two minutes of reading).")
  private double minutes = Double.POSITIVE_INFINITY;

  @Option(
      names = "--seed",
      paramLabel = "N",
      description = "Same readings and seed, same result (default: ${DEFAULT-VALUE}).")
  private long seed = 1;

  @Override
  public Integer call()
      throws AudioException, EngineException, IOException, TextException, VoiceException {
    VoiceLibrary library = voices.library();
    Voice voice = library.get(name);
    if (undo) {
      library.undoAdapting(voice);
      return ExitCode.OK;
    }
    List<Reading> readings = again ? kept(library, voice) : ReadingFiles.read(given());
    VoiceSource source = VoiceSource.of(library, voice);
    try (Engine packs = Places.here().engine();
        PackLease pack = packs.lease(engine.choice());
        ConsoleProgress bar = new ConsoleProgress("adapting")) {
      Progress progress = RemainingTime.before(bar);
      AdaptRequest request = new AdaptRequest(source, readings, reading.settings(), minutes, seed);
      Adapted adapted = pack.adapt(request, progress, Cancellation.NEVER);
      library.adapt(voice, adapted.bytes(), adapted.readings());
      report(adapted, pack);
    }
    return ExitCode.OK;
  }

  private List<Path> given() {
    if (clips.isEmpty()) {
      throw new ParameterException(
          spec.commandLine(), "Give recordings with their texts, --again or --undo.");
    }
    return clips;
  }

  private static List<Reading> kept(VoiceLibrary library, Voice voice) throws VoiceException {
    List<Reading> readings = library.readings(voice);
    if (readings.isEmpty()) {
      throw new VoiceException(
          VoiceException.Reason.NOT_FOUND,
          "the voice \"" + voice.name() + "\" keeps no readings: give recordings with their texts");
    }
    return readings;
  }

  private void report(Adapted adapted, PackLease pack) {
    PrintWriter out = spec.commandLine().getOut();
    for (String text : adapted.leftOut()) {
      spec.commandLine().getErr().println("myna: left out, other words were heard: " + text);
    }
    out.printf(
        "%s\t%d readings\tlikeness %s before, %s after\t%s%n",
        name,
        adapted.readings().size(),
        number(adapted.before()),
        number(adapted.after()),
        pack.format().pack());
  }

  private static String number(OptionalDouble likeness) {
    return likeness.isPresent()
        ? String.format(Locale.ROOT, "%.2f", likeness.getAsDouble())
        : "unknown";
  }
}
