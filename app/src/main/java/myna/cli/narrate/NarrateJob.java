package myna.cli.narrate;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import myna.audio.AudioException;
import myna.audio.OutputFormat;
import myna.cli.EngineOptions;
import myna.cli.Json;
import myna.cli.Outputs;
import myna.cli.Places;
import myna.cli.SpeechKnobs;
import myna.engine.Engine;
import myna.engine.EngineException;
import myna.engine.PackLease;
import myna.engine.Voices;
import myna.narration.Narration;
import myna.narration.NarrationOrder;
import myna.narration.book.NarrationException;
import myna.narration.export.ExportReport;
import myna.narration.export.ExportSettings;
import myna.narration.export.LibraryFolder;
import myna.narration.export.PlayerPage;
import myna.narration.project.ProjectSettings;
import myna.narration.render.ClipVoices;
import myna.narration.render.Shard;
import myna.speech.SpeechOptions;
import myna.text.Notice;
import myna.voice.VoiceLibrary;

/** One book of the command narrate, from file to file. */
final class NarrateJob {
  private final Paths paths;
  private final Choices choices;
  private final EngineOptions engine;
  private final NarrateTerminal terminal;

  /**
   * Where things are.
   *
   * @param book the file, or nothing where the project has it
   * @param project folder
   * @param output the audiobook, or nothing where none is to be written
   */
  record Paths(Optional<Path> book, Path project, Optional<Path> output) {
    private static final String ENDING = ".myna";

    static Paths ofProject(Path project, Path output) {
      return new Paths(Optional.empty(), project, Optional.ofNullable(output));
    }

    /**
     * A book's output has its name where none was given, and its project lies beside the output.
     */
    static Paths of(Path book, Path output, String format, Path project) {
      String name = stem(book) + "." + format;
      Path file = output;
      if (output == null) {
        file = Path.of(name);
      } else if (Files.isDirectory(output)) {
        file = output.resolve(name);
      }
      Path folder = project == null ? file.resolveSibling(stem(file) + ENDING) : project;
      return new Paths(Optional.of(book), folder, Optional.of(file));
    }

    private static String stem(Path file) {
      String name = String.valueOf(file.getFileName());
      int dot = name.lastIndexOf('.');
      return dot > 0 ? name.substring(0, dot) : name;
    }
  }

  /** What the user chose. */
  record Choices(
      NarrateCast cast,
      NarrateSelection selection,
      SpeechKnobs speech,
      NarrateOutput output,
      NarrateWork work) {}

  NarrateJob(Paths paths, Choices choices, EngineOptions engine, NarrateTerminal terminal) {
    this.paths = paths;
    this.choices = choices;
    this.engine = engine;
    this.terminal = terminal;
  }

  void run() throws NarrationException, EngineException, IOException {
    Optional<Shard> shard = choices.work().shard();
    if (shard.isEmpty() && !choices.work().listsOnly()) {
      checkOutput();
    }
    try (Engine packs = Places.here().engine();
        PackLease pack = packs.lease(engine.choice());
        Narration narration = open(pack, shard.isPresent())) {
      if (shard.isEmpty()) {
        choices.selection().apply(narration.project(), narration.edit());
      }
      if (choices.work().listsChapters()) {
        terminal.print(NarrateTables.chapters(narration.project()));
      } else if (choices.work().listsCharacters()) {
        terminal.print(new CharacterTable(narration, library()).text());
      } else if (shard.isPresent()) {
        int made = narration.render(shard.get(), terminal::rendering, terminal.control());
        terminal.say("%d sentences made; the others do the rest, then --merge".formatted(made));
      } else {
        for (Notice notice : narration.notices()) {
          terminal.say(notice.message());
        }
        choices.cast().warning().ifPresent(terminal::say);
        export(narration, render(narration));
      }
    }
  }

  private void checkOutput() throws NarrationException {
    Path output = paths.output().orElseThrow();
    try {
      Outputs.check(output);
      if (!output.toString().endsWith(".epub")) {
        OutputFormat.of(output);
      } else if (choices.output().player()) {
        throw new NarrationException(
            NarrationException.Reason.UNWRITABLE,
            "an EPUB is read along by itself: --player goes with sound");
      }
    } catch (AudioException e) {
      throw new NarrationException(NarrationException.Reason.UNWRITABLE, e.getMessage(), e);
    }
  }

  private Narration open(PackLease pack, boolean shared) throws NarrationException {
    var order =
        new NarrationOrder(
            paths.book(),
            paths.project(),
            choices.work().handling(),
            choices.selection().lexicons(),
            this::change);
    Voices voices = new ClipVoices(Voices.of(library()), Places.here().gate());
    return shared
        ? Narration.share(order, pack, voices, terminal.control())
        : Narration.open(order, pack, voices, terminal.control());
  }

  private static VoiceLibrary library() {
    return Places.here().library();
  }

  private ProjectSettings change(ProjectSettings before) throws NarrationException {
    ProjectSettings changed =
        choices
            .selection()
            .change(before)
            .withCast(choices.cast().change(before.cast()))
            .withSpeech(
                choices.speech().options().or(SpeechOptions.parse(before.speech())).toString());
    if (changed.cast().narrator().isEmpty() && !choices.work().listsOnly()) {
      throw new NarrationException(
          NarrationException.Reason.BAD_CAST, "nobody speaks: name a --voice or a --reference");
    }
    return changed;
  }

  /** How many sentences were made. */
  private int render(Narration narration) throws NarrationException {
    if (!choices.work().merges()) {
      return narration.render(Shard.ALL, terminal::rendering, terminal.control());
    }
    int missing = narration.collect(terminal.control());
    if (missing > 0) {
      throw new NarrationException(
          NarrationException.Reason.INCOMPLETE,
          "%d sentences are missing: run the shards that are not done, or narrate without --merge"
              .formatted(missing));
    }
    return 0;
  }

  private void export(Narration narration, int made) throws IOException, NarrationException {
    String voice = ClipVoices.shown(narration.project().settings().cast().narrator());
    Optional<LibraryFolder> place = choices.output().place(narration.project().metadata(), voice);
    Path output = paths.output().orElseThrow();
    if (place.isPresent()) {
      output = place.get().sound(extension(output));
    }
    ExportSettings settings = choices.output().settings(output, voice);
    ExportReport report = narration.export(settings, terminal::exporting, terminal.control());
    if (place.isPresent()) {
      place.get().describe(narration.project(), report, settings.credits().narrator());
    }
    if (choices.output().player()) {
      Path page = new PlayerPage(narration.project(), settings.credits()).beside(output);
      terminal.say(page + " reads it along, in any browser");
    }
    if (choices.work().printsJson()) {
      terminal.print(Json.write(NarrateTables.json(report, narration.estimate(), made)));
    } else {
      terminal.print(NarrateTables.summary(report));
    }
  }

  private static String extension(Path file) {
    String name = String.valueOf(file.getFileName());
    return name.substring(name.lastIndexOf('.') + 1);
  }
}
