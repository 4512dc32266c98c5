package myna.narration;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import myna.jobs.Cancellation;
import myna.jobs.Progress;
import myna.narration.book.NarrationException;
import myna.narration.export.AudiobookExporter;
import myna.narration.export.ExportSettings;
import myna.narration.project.Project;
import myna.narration.project.ProjectSettings;
import myna.narration.render.FakeSynthesizer;
import myna.narration.render.RenderControl;
import myna.narration.render.RenderProgress;
import myna.narration.render.Renderer;
import myna.narration.render.Shard;
import myna.narration.render.TestBooks;
import myna.narration.script.Cast;

/**
 * A whole narration with the fake synthesizer in a process of its own, for tests that kill it or
 * measure it: {@code NarrationChild BOOK PROJECT OUTPUT MILLIS}, where MILLIS is what each sentence
 * takes. Prints "ready" when it starts, "made" after each sentence that it made, "exporting" when
 * all are there, and its memory at the end.
 */
final class NarrationChild {
  private NarrationChild() {}

  public static void main(String[] arguments) throws IOException {
    System.out.println("ready");
    try {
      narrate(Path.of(arguments[0]), Path.of(arguments[1]), Path.of(arguments[2]), arguments[3]);
      System.out.println("peak " + peakKilobytes());
    } catch (NarrationException e) {
      System.out.println("failed " + e.reason() + " " + e.getMessage());
      System.exit(1);
    }
  }

  private static void narrate(Path book, Path folder, Path output, String millis)
      throws NarrationException {
    BookProject work =
        new BookProject(
            Optional.of(book), folder, (speakers, language) -> TestBooks.writer(speakers));
    FakeSynthesizer synthesizer =
        new FakeSynthesizer("child", "ruth").taking(Integer.parseInt(millis));
    try (Project project =
        work.open(NarrationChild::settings, BookProject.Handling.STRICT, Cancellation.NEVER)) {
      new Renderer(project, synthesizer, NarrationChild::tell, new RenderControl())
          .render(Shard.ALL);
      System.out.println("exporting");
      new AudiobookExporter(
              project, ExportSettings.of(output, "Ruth"), Progress.NONE, Cancellation.NEVER)
          .export();
    }
  }

  private static void tell(RenderProgress progress) {
    if (progress.audioSeconds() > 0) {
      System.out.println("made " + progress.lines().finished());
    }
  }

  private static ProjectSettings settings(ProjectSettings before) {
    return before.withCast(Cast.of("ruth"));
  }

  /** The most memory that the process had, as Linux counts it, or 0 elsewhere. */
  private static long peakKilobytes() throws IOException {
    Path status = Path.of("/proc/self/status");
    if (!Files.exists(status)) {
      return 0;
    }
    return Files.readAllLines(status).stream()
        .filter(line -> line.startsWith("VmHWM:"))
        .mapToLong(line -> Long.parseLong(line.replaceAll("\\D+", "")))
        .findFirst()
        .orElse(0);
  }
}
