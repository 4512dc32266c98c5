package myna.narration.export;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import myna.audio.AudioException;
import myna.audio.FileLabels;
import myna.audio.OutputFormat;
import myna.delivery.Caption;
import myna.delivery.Mastering;
import myna.delivery.SoundWriter;
import myna.delivery.SubtitleWriter;
import myna.delivery.Subtitles;
import myna.jobs.Cancellation;
import myna.jobs.Progress;
import myna.narration.book.Cover;
import myna.narration.book.Metadata;
import myna.narration.book.NarrationException;
import myna.narration.project.ChapterEntry;
import myna.narration.project.LineEntry;
import myna.narration.project.Project;
import myna.narration.project.StoredTake;
import myna.script.Line;
import myna.script.Take;
import myna.script.Timeline;

/** Writes one file of sound with its labels and subtitles. */
final class SoundFile {
  /** What MP4 calls an audiobook. */
  private static final String AUDIOBOOK = "2";

  private final Project project;
  private final ExportSettings settings;
  private final Mastering mastering;
  private final String track;
  private final String chapterTitle;

  SoundFile(Project project, ExportSettings settings, Mastering mastering) {
    this(project, settings, mastering, "", "");
  }

  private SoundFile(
      Project project,
      ExportSettings settings,
      Mastering mastering,
      String track,
      String chapterTitle) {
    this.project = project;
    this.settings = settings;
    this.mastering = mastering;
    this.track = track;
    this.chapterTitle = chapterTitle;
  }

  /** A file that holds a single chapter. */
  SoundFile ofChapter(int number, int count, String title) {
    return new SoundFile(project, settings, mastering, number + "/" + count, title);
  }

  /** Writes the file and its subtitles, all or none of them, and gives their names. */
  List<Path> write(
      Path file,
      BookTimeline timeline,
      Leveling leveling,
      Progress progress,
      Cancellation cancellation)
      throws NarrationException {
    List<SubtitleWriter> subtitles = new ArrayList<>();
    try {
      for (Subtitles kind : settings.subtitles().stream().sorted().toList()) {
        SubtitleWriter writer = SubtitleWriter.beside(file, kind, title());
        subtitles.add(writer);
        fill(writer, timeline);
      }
      writeSound(file, timeline, leveling, progress, cancellation);
      List<Path> files = new ArrayList<>(List.of(file));
      for (SubtitleWriter writer : subtitles) {
        files.add(writer.commit());
      }
      return files;
    } catch (AudioException e) {
      throw ExportFailures.of(e);
    } finally {
      subtitles.forEach(SubtitleWriter::close);
    }
  }

  private void writeSound(
      Path file,
      BookTimeline timeline,
      Leveling leveling,
      Progress progress,
      Cancellation cancellation)
      throws NarrationException, AudioException {
    int rate = SoundWriter.rate(OutputFormat.of(file), settings.sound(), timeline.sampleRate());
    FileLabels labels = labels(timeline, rate);
    try (SoundWriter out = SoundWriter.toFile(file, mastering, labels, timeline.sampleRate())) {
      new BookSound(timeline, leveling, cancellation)
          .stream(samples -> put(out, samples), progress);
      out.commit();
    }
  }

  private static void put(SoundWriter out, float[] samples) throws NarrationException {
    try {
      out.write(samples);
    } catch (AudioException e) {
      throw ExportFailures.of(e);
    }
  }

  private FileLabels labels(BookTimeline timeline, int rate) throws NarrationException {
    Metadata metadata = project.metadata();
    Map<String, String> tags = new TreeMap<>();
    put(tags, "title", title());
    put(tags, "album", metadata.title());
    put(tags, "artist", metadata.author());
    put(tags, "album_artist", metadata.author());
    put(tags, "composer", settings.credits().narrator());
    put(tags, "date", metadata.year());
    put(tags, "description", metadata.description());
    put(tags, "comment", settings.credits().comment());
    put(tags, "track", track);
    put(tags, "genre", "Audiobook");
    put(tags, "media_type", AUDIOBOOK);
    byte[] picture = project.cover().map(Cover::bytes).orElse(new byte[0]);
    return new FileLabels(tags, marks(timeline, rate), picture, settings.credits().seal());
  }

  private static void put(Map<String, String> tags, String name, String value) {
    Optional.of(value).filter(text -> !text.isBlank()).ifPresent(text -> tags.put(name, text));
  }

  private List<FileLabels.Chapter> marks(BookTimeline timeline, int rate)
      throws NarrationException {
    if (!chapterTitle.isEmpty()) {
      return List.of();
    }
    double ratio = (double) rate / timeline.sampleRate();
    return timeline.marks().stream()
        .map(
            mark ->
                new FileLabels.Chapter(
                    mark.title(), Math.round(mark.start() * ratio), Math.round(mark.end() * ratio)))
        .toList();
  }

  private String title() throws NarrationException {
    return chapterTitle.isEmpty() ? project.metadata().title() : chapterTitle;
  }

  private static void fill(SubtitleWriter writer, BookTimeline timeline)
      throws NarrationException, AudioException {
    timeline.walk(
        new BookTimeline.Visitor() {
          @Override
          public void chapter(ChapterEntry chapter, long start) {}

          @Override
          public void line(LineEntry line, StoredTake stored, Timeline.Slot slot)
              throws NarrationException {
            try {
              writer.add(caption(line, stored), slot.startSeconds());
            } catch (AudioException e) {
              throw ExportFailures.of(e);
            }
          }

          @Override
          public void silence(long samples) {}
        });
    writer.finish();
  }

  /** A line with the times of its words in its take. */
  static Caption caption(LineEntry entry, StoredTake stored) {
    Line line = entry.line();
    Take take = stored.take();
    return Caption.of(
        line.text(), line.offset(), take.words(line.sentence()), take.length().seconds());
  }
}
