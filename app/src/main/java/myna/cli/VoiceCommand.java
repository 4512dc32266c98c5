package myna.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import myna.audio.AudioException;
import myna.audio.AudioFiles;
import myna.voice.ClipCheck;
import myna.voice.ClipReport;
import myna.voice.Consent;
import myna.voice.Recording;
import myna.voice.Voice;
import myna.voice.VoiceException;
import myna.voice.VoiceLibrary;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** {@code myna voice}: the voices of the user. */
@Command(
    name = "voice",
    description =
        "Keeps voices: adds, checks, lists, exports, imports and removes them, asks for consent,"
            + " lists voices that may not be cloned, adapts the model, and detects synthetic"
            + " speech.",
    mixinStandardHelpOptions = true,
    synopsisSubcommandLabel = "COMMAND",
    subcommands = {
      VoiceCommand.Add.class,
      VoiceCommand.ListVoices.class,
      VoiceCommand.Check.class,
      VoiceCommand.Rename.class,
      VoiceCommand.Export.class,
      VoiceCommand.Import.class,
      VoiceCommand.Remove.class,
      ConsentCommand.class,
      ProtectCommand.class,
      AdaptCommand.class,
      DetectCommand.class
    })
public final class VoiceCommand implements Runnable {
  private final Places places;
  private final VoiceLibrary library;

  @Spec private CommandSpec spec;

  /** The voices of this process's user. */
  public VoiceCommand() {
    this(Places.here());
  }

  VoiceCommand(Places places) {
    this.places = places;
    library = places.library();
  }

  /** The voices. */
  VoiceLibrary library() {
    return library;
  }

  /** Where they are kept. */
  Places places() {
    return places;
  }

  @Override
  public void run() {
    throw new ParameterException(
        spec.commandLine(),
        "voice needs add, list, check, rename, export, import, remove, consent, protect, adapt or"
            + " detect.");
  }

  /** Makes a voice of clips. */
  @Command(
      name = "add",
      description = "Makes a voice of one or several clips; what is not good about a clip is said.",
      mixinStandardHelpOptions = true)
  static final class Add implements Callable<Integer> {
    @ParentCommand private VoiceCommand voices;
    @Spec private CommandSpec spec;

    @Parameters(index = "0", paramLabel = "NAME", description = "What to call it.")
    private String name;

    @Parameters(
        index = "1..*",
        arity = "1..*",
        paramLabel = "CLIP",
        description = "Recordings of the voice: 3 s are enough, 5 to 15 s are better.")
    private List<Path> clips = new ArrayList<>();

    @Option(
        names = "--consent",
        required = true,
        paramLabel = "mine|permission",
        description = "Declares that the voice is yours, or that its owner permits its use.")
    private Consent.Kind consent;

    @Override
    public Integer call() throws AudioException, VoiceException {
      List<Recording> recordings = new ArrayList<>();
      for (Path clip : clips) {
        recordings.add(Recording.read(clip));
      }
      LocalDate today = LocalDate.now(ZoneId.systemDefault());
      Voice voice = voices.library.create(name, new Consent(consent, today), recordings);
      for (Recording recording : recordings) {
        ClipReport report = ClipCheck.of(recording.audio());
        VoicePrinter.printTroubles(spec.commandLine().getErr(), recording.source(), report);
      }
      spec.commandLine().getOut().println(VoicePrinter.line(voice));
      return ExitCode.OK;
    }
  }

  /** Lists the voices. */
  @Command(
      name = "list",
      description = "Prints one line per voice: name, clips, seconds, consent, notes.",
      mixinStandardHelpOptions = true)
  static final class ListVoices implements Callable<Integer> {
    @ParentCommand private VoiceCommand voices;
    @Spec private CommandSpec spec;

    @Override
    public Integer call() throws VoiceException {
      VoiceLibrary.Listing listing = voices.library.list();
      listing.voices().forEach(v -> spec.commandLine().getOut().println(VoicePrinter.line(v)));
      listing.problems().forEach(p -> spec.commandLine().getErr().println("myna: " + p));
      return listing.problems().isEmpty() ? ExitCode.OK : ExitCode.SOFTWARE;
    }
  }

  /** Checks a clip. */
  @Command(
      name = "check",
      description = "Tells whether a clip is a good reference, and if not, what to do.",
      mixinStandardHelpOptions = true)
  static final class Check implements Callable<Integer> {
    @Spec private CommandSpec spec;

    @Parameters(paramLabel = "CLIP", description = "A recording of a voice.")
    private Path clip;

    @Option(names = "--json", description = "Prints one JSON object.")
    private boolean json;

    @Override
    public Integer call() throws AudioException {
      ClipReport report = ClipCheck.of(AudioFiles.read(clip));
      PrintWriter out = spec.commandLine().getOut();
      if (json) {
        out.println(Json.write(VoicePrinter.entry(report)));
      } else {
        VoicePrinter.print(out, report);
      }
      return ExitCode.OK;
    }
  }

  /** Renames a voice. */
  @Command(
      name = "rename",
      description = "Gives a voice another name.",
      mixinStandardHelpOptions = true)
  static final class Rename implements Callable<Integer> {
    @ParentCommand private VoiceCommand voices;

    @Parameters(index = "0", paramLabel = "NAME", description = "The voice.")
    private String name;

    @Parameters(index = "1", paramLabel = "NEW", description = "What to call it from now on.")
    private String newName;

    @Override
    public Integer call() throws VoiceException {
      voices.library.change(voices.library.get(name), voice -> voice.withName(newName.strip()));
      return ExitCode.OK;
    }
  }

  /** Exports a voice. */
  @Command(
      name = "export",
      description = "Writes a voice with its clips and its consent into one .mynavoice file.",
      mixinStandardHelpOptions = true)
  static final class Export implements Callable<Integer> {
    @ParentCommand private VoiceCommand voices;

    @Parameters(index = "0", paramLabel = "NAME", description = "The voice.")
    private String name;

    @Parameters(index = "1", paramLabel = "FILE", description = "Where to write.")
    private Path file;

    @Override
    public Integer call() throws VoiceException {
      voices.library.exportTo(voices.library.get(name), file);
      return ExitCode.OK;
    }
  }

  /** Imports a voice. */
  @Command(
      name = "import",
      description = "Takes in the voice of a .mynavoice file.",
      mixinStandardHelpOptions = true)
  static final class Import implements Callable<Integer> {
    @ParentCommand private VoiceCommand voices;
    @Spec private CommandSpec spec;

    @Parameters(paramLabel = "FILE", description = "What voice export wrote.")
    private Path file;

    @Override
    public Integer call() throws VoiceException {
      spec.commandLine().getOut().println(VoicePrinter.line(voices.library.importFrom(file)));
      return ExitCode.OK;
    }
  }

  /** Removes a voice. */
  @Command(
      name = "remove",
      description = "Removes a voice and all its clips for good.",
      mixinStandardHelpOptions = true)
  static final class Remove implements Callable<Integer> {
    @ParentCommand private VoiceCommand voices;

    @Parameters(paramLabel = "NAME", description = "The voice.")
    private String name;

    @Override
    public Integer call() throws VoiceException {
      voices.library.delete(voices.library.get(name));
      return ExitCode.OK;
    }
  }
}
