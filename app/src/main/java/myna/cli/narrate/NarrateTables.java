package myna.cli.narrate;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import myna.cli.Json;
import myna.delivery.LoudnessReading;
import myna.narration.Estimate;
import myna.narration.book.Block;
import myna.narration.book.NarrationException;
import myna.narration.export.ExportReport;
import myna.narration.project.BlockEntry;
import myna.narration.project.ChapterEntry;
import myna.narration.project.Project;
import myna.narration.read.Books;

/** What narrate prints about books and results. */
final class NarrateTables {
  private NarrateTables() {}

  /**
   * A chapter a line: number, whether it is spoken, section, how far it is, title, and why it is
   * spoken or skipped where that is no matter of course.
   */
  static String chapters(Project project) throws NarrationException {
    StringBuilder table = new StringBuilder();
    List<ChapterEntry> chapters = project.chapters();
    for (int i = 0; i < chapters.size(); i++) {
      ChapterEntry chapter = chapters.get(i);
      String section = chapter.section().name().toLowerCase(Locale.ROOT).replace('_', ' ');
      String reason = reason(project, chapter);
      table.append(
          String.format(
              Locale.ROOT,
              "%4d  %-7s  %-12s  %5d of %5d  %s%s%n",
              i + 1,
              chapter.included() ? "spoken" : "skipped",
              section,
              chapter.work().finished(),
              chapter.work().lines(),
              chapter.title(),
              reason.isEmpty() ? "" : "  (" + reason + ")"));
    }
    return table.toString().stripTrailing();
  }

  private static String reason(Project project, ChapterEntry chapter) throws NarrationException {
    if (chapter.included() != project.settings().speaks(chapter.section())) {
      return chapter.included() ? "included by choice" : "skipped by choice";
    }
    List<Block> blocks = project.blocks(chapter.id()).stream().map(BlockEntry::block).toList();
    return Books.reason(chapter.title(), blocks, chapter.section());
  }

  /** The files with their length, how loud they are, and what could not be made out. */
  static String summary(ExportReport report) {
    StringBuilder text = new StringBuilder();
    for (Path file : report.files()) {
      text.append(file).append(System.lineSeparator());
    }
    text.append(
        "%s in %d chapters; %s%n%d words, %d of them doubtful"
            .formatted(
                duration(report.seconds()),
                report.chapters().size(),
                report.loudness(),
                report.words().spoken(),
                report.words().doubtful().size()));
    for (ExportReport.DoubtfulWord word : report.words().doubtful()) {
      text.append(
          "%ndoubtful: '%s' at %s (%s): %s"
              .formatted(word.word(), duration(word.seconds()), word.chapter(), word.sentence()));
    }
    return text.toString();
  }

  /** Hours, minutes and seconds. */
  static String duration(double seconds) {
    long whole = Math.round(seconds);
    return whole < 3600
        ? "%d:%02d".formatted(whole / 60, whole % 60)
        : "%d:%02d:%02d".formatted(whole / 3600, whole / 60 % 60, whole % 60);
  }

  /** What --json prints. */
  record Result(
      List<String> files,
      double audioSeconds,
      Sentences sentences,
      Levels loudness,
      List<ChapterResult> chapters,
      int words,
      List<Doubt> doubtful) {}

  /** How many sentences there are, and how many were made in this run. */
  record Sentences(int all, int made) {}

  /** Levels in dB of full scale, loudness in LUFS. */
  record Levels(Double lufs, Double rms, Double peak, Double floor) {}

  /** Where a chapter is. */
  record ChapterResult(String title, double start, double end) {}

  /** A word that could not be made out. */
  record Doubt(String word, String sentence, String chapter, double seconds) {}

  static Result json(ExportReport report, Estimate estimate, int made) {
    double rate = report.chapters().getLast().end() / report.seconds();
    return new Result(
        report.files().stream().map(Path::toString).toList(),
        Json.rounded(report.seconds()),
        new Sentences(estimate.sentences(), made),
        levels(report.loudness()),
        report.chapters().stream()
            .map(
                mark ->
                    new ChapterResult(
                        mark.title(),
                        Json.rounded(mark.start() / rate),
                        Json.rounded(mark.end() / rate)))
            .toList(),
        report.words().spoken(),
        report.words().doubtful().stream()
            .map(d -> new Doubt(d.word(), d.sentence(), d.chapter(), Json.rounded(d.seconds())))
            .toList());
  }

  private static Levels levels(LoudnessReading reading) {
    return new Levels(
        finite(reading.lufs()),
        finite(reading.rmsDb()),
        finite(reading.peakDb()),
        finite(reading.floorDb()));
  }

  private static Double finite(double value) {
    return Double.isFinite(value) ? Json.rounded(value) : null;
  }
}
