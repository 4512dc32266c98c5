package myna.cli.narrate;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import myna.cli.EngineOptions;
import myna.cli.Failures;
import myna.cli.SpeechKnobs;
import myna.engine.EngineException;
import myna.jobs.CancelledException;
import myna.narration.book.NarrationException;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code myna narrate}: books to audiobooks. */
@Command(
    name = "narrate",
    description = {
      "Makes audiobooks of books: EPUB, DOCX, ODT, RTF, PDF, HTML, Markdown, text, subtitles.",
      "Whatever stops it, run the same command again and it goes on where it was.",
      "In a terminal, p and Enter pauses and goes on, q and Enter stops."
    },
    mixinStandardHelpOptions = true,
    sortOptions = false)
public final class NarrateCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Parameters(
      paramLabel = "BOOK",
      arity = "0..*",
      description = "The book, or several, one after the other; none where --project has it.")
  private List<Path> books = List.of();

  @Option(
      names = {"-o", "--output"},
      paramLabel = "FILE",
      description =
          "The audiobook: .m4b, .mp3, .flac, .wav, .opus, or .epub for a book that is read aloud."
              + " A folder where there are several books.")
  private Path output;

  @Option(
      names = "--format",
      paramLabel = "m4b|mp3|flac|wav|opus|epub",
      description = "Format where --output is a folder or missing (default: m4b).")
  private String format;

  @Option(
      names = "--project",
      paramLabel = "DIR",
      description = "Where the work is kept (default: beside the output, with the ending .myna).")
  private Path project;

  @Mixin private NarrateCast cast;

  @Mixin private NarrateSelection selection;

  @Mixin private SpeechKnobs speech;

  @Mixin private NarrateOutput writing;

  @Mixin private NarrateWork work;

  @Mixin private EngineOptions engine;

  @Override
  public Integer call() throws NarrationException, EngineException, IOException {
    checkUse();
    List<NarrateJob.Paths> jobs = jobs();
    boolean failed = false;
    try (NarrateTerminal terminal = new NarrateTerminal(spec.commandLine())) {
      for (NarrateJob.Paths paths : jobs) {
        try {
          job(paths, terminal).run();
        } catch (NarrationException e) {
          if (jobs.size() == 1) {
            throw e;
          }
          failed = true;
          spec.commandLine().getErr().println("myna: " + Failures.oneLine(e.getMessage()));
        } catch (CancelledException e) {
          terminal.say("stopped; what is finished is kept, and the same command goes on");
          return ExitCode.SOFTWARE;
        }
      }
    }
    return failed ? ExitCode.SOFTWARE : ExitCode.OK;
  }

  private NarrateJob job(NarrateJob.Paths paths, NarrateTerminal terminal) {
    var choices = new NarrateJob.Choices(cast, selection, speech, writing, work);
    return new NarrateJob(paths, choices, engine, terminal);
  }

  private void checkUse() throws IOException {
    speech.options();
    selection.check(spec.commandLine());
    writing.check(spec.commandLine());
    work.check(spec.commandLine());
    if (books.isEmpty() && project == null) {
      throw bad("narrate needs a BOOK, or a --project that has one.");
    }
    if (books.size() > 1 && project != null) {
      throw bad("--project is for one book; several have one each, beside their outputs.");
    }
    if (books.size() > 1 && output != null && !Files.isDirectory(output)) {
      throw bad("--output must be a folder where there are several books.");
    }
    if (output != null && writing.goesIntoLibrary()) {
      throw bad("--library says where the book goes: without --output.");
    }
    if (books.isEmpty() && output == null && !work.needsNoOutput() && !writing.goesIntoLibrary()) {
      throw bad("narrate needs an --output.");
    }
  }

  private List<NarrateJob.Paths> jobs() {
    List<NarrateJob.Paths> jobs = new ArrayList<>();
    if (books.isEmpty()) {
      jobs.add(NarrateJob.Paths.ofProject(project, output == null ? named(project) : output));
    }
    for (Path book : books) {
      jobs.add(NarrateJob.Paths.of(book, output, format(), project));
    }
    return jobs;
  }

  /** Only the ending counts where the book goes into a library, which names it. */
  private Path named(Path folder) {
    return writing.goesIntoLibrary() ? folder.resolveSibling("book." + format()) : null;
  }

  private String format() {
    return format == null ? "m4b" : format;
  }

  private ParameterException bad(String message) {
    return new ParameterException(spec.commandLine(), message);
  }
}
