package myna.narration.export;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import myna.audio.AudioException;
import myna.audio.AudioOutput;
import myna.audio.FileLabels;
import myna.audio.OutputFormat;
import myna.jobs.Cancellation;
import myna.jobs.Progress;
import myna.narration.NarrationException;
import myna.narration.book.Cover;
import myna.narration.book.Metadata;
import myna.narration.project.ChapterEntry;
import myna.narration.project.LineEntry;
import myna.narration.project.Project;
import myna.narration.project.Take;
import myna.watermark.Watermarker;

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
      Path file, Timeline timeline, Leveling leveling, Progress progress, Cancellation cancellation)
      throws NarrationException {
    List<SubtitleWriter> subtitles = new ArrayList<>();
    try {
      for (Subtitles kind : settings.subtitles().stream().sorted().toList()) {
        SubtitleWriter writer = SubtitleWriter.open(subtitleFile(file, kind), kind, title());
        subtitles.add(writer);
        fill(writer, timeline);
      }
      writeSound(file, timeline, leveling, progress, cancellation);
      List<Path> files = new ArrayList<>(List.of(file));
      for (SubtitleWriter writer : subtitles) {
        files.add(writer.commit());
      }
      return files;
    } finally {
      subtitles.forEach(SubtitleWriter::close);
    }
  }

  private void writeSound(
      Path file, Timeline timeline, Leveling leveling, Progress progress, Cancellation cancellation)
      throws NarrationException {
    int rate = sampleRate(file, timeline);
    var choices = new AudioOutput.Choices(settings.sound().bitRate(), labels(timeline, rate));
    try (AudioOutput out = AudioOutput.create(file, rate, choices)) {
      StreamResampler resampler =
          new StreamResampler(timeline.sampleRate(), rate, samples -> put(out, samples));
      Mastering.Chain chain = mastering.before(resampler, timeline.sampleRate());
      stream(new BookSound(timeline, leveling, cancellation), chain, timeline, progress);
      chain.finish();
      resampler.finish();
      out.commit();
    } catch (AudioException e) {
      throw ExportFailures.of(e);
    }
  }

  private void stream(BookSound sound, Mastering.Chain chain, Timeline timeline, Progress progress)
      throws NarrationException {
    if (!settings.sound().marked()) {
      sound.stream(chain, progress);
      return;
    }
    Watermarker marker = new Watermarker(timeline.sampleRate());
    sound.stream(samples -> chain.accept(marker.process(samples)), progress);
    chain.accept(marker.finish());
  }

  private static void put(AudioOutput out, float[] samples) throws NarrationException {
    try {
      out.write(samples);
    } catch (AudioException e) {
      throw ExportFailures.of(e);
    }
  }

  private int sampleRate(Path file, Timeline timeline) throws NarrationException {
    int wanted = settings.sound().sampleRate();
    try {
      return OutputFormat.of(file).sampleRateFor(wanted > 0 ? wanted : timeline.sampleRate());
    } catch (AudioException e) {
      throw ExportFailures.of(e);
    }
  }

  private FileLabels labels(Timeline timeline, int rate) throws NarrationException {
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
    return new FileLabels(tags, marks(timeline, rate), picture);
  }

  private static void put(Map<String, String> tags, String name, String value) {
    Optional.of(value).filter(text -> !text.isBlank()).ifPresent(text -> tags.put(name, text));
  }

  private List<FileLabels.Mark> marks(Timeline timeline, int rate) throws NarrationException {
    if (!chapterTitle.isEmpty()) {
      return List.of();
    }
    double ratio = (double) rate / timeline.sampleRate();
    return timeline.marks().stream()
        .map(
            mark ->
                new FileLabels.Mark(
                    mark.title(), Math.round(mark.start() * ratio), Math.round(mark.end() * ratio)))
        .toList();
  }

  private String title() throws NarrationException {
    return chapterTitle.isEmpty() ? project.metadata().title() : chapterTitle;
  }

  private static Path subtitleFile(Path file, Subtitles kind) {
    return FileNames.withExtension(file, (kind.isByWord() ? "words." : "") + kind.extension());
  }

  private static void fill(SubtitleWriter writer, Timeline timeline) throws NarrationException {
    timeline.walk(
        new Timeline.Visitor() {
          @Override
          public void chapter(ChapterEntry chapter, long start) {}

          @Override
          public void line(LineEntry line, Take take, long start) throws NarrationException {
            writer.add(line, take, (double) start / timeline.sampleRate());
          }

          @Override
          public void silence(int samples) {}
        });
    writer.finish();
  }
}
