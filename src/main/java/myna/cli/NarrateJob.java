package myna.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import myna.audio.AudioException;
import myna.audio.OutputFormat;
import myna.narration.BookProject;
import myna.narration.NarrationException;
import myna.narration.export.AudiobookExporter;
import myna.narration.export.ExportReport;
import myna.narration.project.ChapterEntry;
import myna.narration.project.Project;
import myna.narration.project.ProjectSettings;
import myna.narration.render.Renderer;
import myna.narration.render.Shard;
import myna.narration.render.Voices;
import myna.onnx.ModelPack;
import myna.onnx.PackException;
import myna.text.TextException;

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
      NarrateSpeech speech,
      NarrateOutput output,
      NarrateWork work) {}

  NarrateJob(Paths paths, Choices choices, EngineOptions engine, NarrateTerminal terminal) {
    this.paths = paths;
    this.choices = choices;
    this.engine = engine;
    this.terminal = terminal;
  }

  void run() throws NarrationException, PackException, TextException {
    if (choices.work().shard().isEmpty() && !choices.work().listsChapters()) {
      checkOutput();
    }
    ModelPack pack = engine.pack();
    try (NarrateReading reading =
        new NarrateReading(pack, engine, paths.project(), choices.selection().lexicons())) {
      run(pack, reading);
    }
  }

  private void run(ModelPack pack, NarrateReading reading) throws NarrationException {
    BookProject book = new BookProject(paths.book(), paths.project(), reading::writer);
    Optional<Shard> shard = choices.work().shard();
    try (Project project = open(book, shard)) {
      if (!project.isShard()) {
        choices.selection().apply(project, project.edit(book.writer(project)));
      }
      if (choices.work().listsChapters()) {
        terminal.print(NarrateTables.chapters(project.chapters()));
      } else {
        render(project, pack, reading, shard);
      }
    }
  }

  private void checkOutput() throws NarrationException {
    Path output = paths.output().orElseThrow();
    try {
      Outputs.check(output);
      if (!output.toString().endsWith(".epub")) {
        OutputFormat.of(output);
      }
    } catch (AudioException e) {
      throw new NarrationException(NarrationException.Reason.UNWRITABLE, e.getMessage(), e);
    }
  }

  private Project open(BookProject book, Optional<Shard> shard) throws NarrationException {
    return shard.isPresent()
        ? book.openShard(this::change, terminal.control())
        : book.open(this::change, choices.work().handling(), terminal.control());
  }

  private ProjectSettings change(ProjectSettings before) throws NarrationException {
    ProjectSettings changed =
        choices
            .selection()
            .change(before)
            .withCast(choices.cast().change(before.cast()))
            .withSpeech(choices.speech().merge(before.speech()));
    if (changed.cast().narrator().isEmpty() && !choices.work().listsChapters()) {
      throw new NarrationException(
          NarrationException.Reason.BAD_CAST, "nobody speaks: name a --voice or a --reference");
    }
    return changed;
  }

  private void render(
      Project project, ModelPack pack, NarrateReading reading, Optional<Shard> shard)
      throws NarrationException {
    ProjectSettings settings = project.settings();
    int made = 0;
    try (PackSynthesizer synthesizer =
        new PackSynthesizer(pack, engine, reading, settings.speech(), voices())) {
      Renderer renderer =
          new Renderer(project, synthesizer, terminal::rendering, terminal.control());
      if (choices.work().merges()) {
        complete(renderer.collect());
      } else {
        made = renderer.render(shard.orElse(Shard.ALL));
      }
    }
    if (shard.isEmpty()) {
      export(project, settings, made);
    } else {
      terminal.say("%d sentences made; the others do the rest, then --merge".formatted(made));
    }
  }

  private static Voices voices() {
    return new ClipVoices(new LibraryVoices(Places.here().voices()));
  }

  private static void complete(int missing) throws NarrationException {
    if (missing > 0) {
      throw new NarrationException(
          NarrationException.Reason.INCOMPLETE,
          "%d sentences are missing: run the shards that are not done, or narrate without --merge"
              .formatted(missing));
    }
  }

  private void export(Project project, ProjectSettings settings, int made)
      throws NarrationException {
    String voice = ClipVoices.shown(settings.cast().narrator());
    Path output = paths.output().orElseThrow();
    ExportReport report =
        new AudiobookExporter(
                project,
                choices.output().settings(output, voice),
                terminal::exporting,
                terminal.control())
            .export();
    List<ChapterEntry> chapters = project.spokenChapters();
    if (choices.work().printsJson()) {
      terminal.print(Json.write(NarrateTables.json(report, chapters, made)));
    } else {
      terminal.print(NarrateTables.summary(report));
    }
  }
}
