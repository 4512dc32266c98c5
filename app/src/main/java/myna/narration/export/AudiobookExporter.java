package myna.narration.export;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import myna.audio.LoudnessMeter;
import myna.delivery.Loudness;
import myna.delivery.LoudnessReading;
import myna.delivery.Mastering;
import myna.jobs.Cancellation;
import myna.jobs.Progress;
import myna.narration.book.NarrationException;
import myna.narration.project.ChapterEntry;
import myna.narration.project.Project;

/** Makes audiobooks of rendered projects. The same takes and settings give the same bytes. */
public final class AudiobookExporter {
  private final Project project;
  private final ExportSettings settings;
  private final Progress progress;
  private final Cancellation cancellation;

  public AudiobookExporter(
      Project project, ExportSettings settings, Progress progress, Cancellation cancellation) {
    this.project = project;
    this.settings = settings;
    this.progress = progress;
    this.cancellation = cancellation;
  }

  /**
   * Writes everything that the settings ask for.
   *
   * @throws NarrationException also where sentences are not rendered
   */
  public ExportReport export() throws NarrationException {
    BookTimeline timeline = new BookTimeline(project, project.spokenChapters());
    Leveling leveling = Leveling.of(timeline);
    LoudnessMeter written = new LoudnessMeter(timeline.sampleRate());
    Mastering mastering = new Mastering(settings.sound(), gain(timeline, leveling), written);
    List<Path> files = new ArrayList<>();
    if (isBook()) {
      files.add(
          new OverlayBook(project, settings, mastering).write(leveling, later(), cancellation));
    } else if (settings.perChapter()) {
      writeChapters(timeline, leveling, mastering, files);
    } else {
      SoundFile file = new SoundFile(project, settings, mastering);
      files.addAll(file.write(settings.output(), timeline, leveling, later(), cancellation));
    }
    return new ExportReport(
        List.copyOf(files),
        timeline.marks(),
        seconds(timeline),
        LoudnessReading.of(written),
        DoubtfulWords.of(timeline));
  }

  private boolean isBook() {
    return settings.output().toString().toLowerCase(Locale.ROOT).endsWith(".epub");
  }

  /** Measuring is a third of the work, writing the rest. */
  private Progress later() {
    return settings.sound().loudness().isMeasured() ? progress.part(0.3, 1) : progress;
  }

  private double gain(BookTimeline timeline, Leveling leveling) throws NarrationException {
    Loudness loudness = settings.sound().loudness();
    if (!loudness.isMeasured()) {
      return 0;
    }
    LoudnessMeter meter = new LoudnessMeter(timeline.sampleRate());
    new BookSound(timeline, leveling, cancellation).stream(meter::add, progress.part(0, 0.3));
    return loudness.gainFor(LoudnessReading.of(meter));
  }

  private void writeChapters(
      BookTimeline timeline, Leveling leveling, Mastering mastering, List<Path> files)
      throws NarrationException {
    List<ChapterEntry> chapters = timeline.chapters();
    for (int i = 0; i < chapters.size(); i++) {
      Progress part = later().part((double) i / chapters.size(), (i + 1.0) / chapters.size());
      SoundFile file =
          new SoundFile(project, settings, mastering)
              .ofChapter(i + 1, chapters.size(), chapters.get(i).title());
      Path output = FileNames.chapter(settings.output(), i + 1, chapters);
      BookTimeline chapter = new BookTimeline(project, List.of(chapters.get(i)));
      files.addAll(file.write(output, chapter, leveling, part, cancellation));
    }
  }

  private static double seconds(BookTimeline timeline) throws NarrationException {
    return (double) timeline.marks().getLast().end() / timeline.sampleRate();
  }
}
