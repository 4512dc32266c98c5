package myna.ui.speak;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyDoubleWrapper;
import myna.audio.Audio;
import myna.audio.AudioException;
import myna.audio.AudioOutput;
import myna.audio.OutputFormat;
import myna.audio.Resampler;
import myna.jobs.Cancellation;
import myna.jobs.Progress;
import myna.speech.SpokenSentence;
import myna.ui.common.Job;
import myna.ui.common.Jobs;
import myna.ui.common.Notice;
import myna.ui.common.Outcome;
import myna.watermark.SyntheticNote;
import myna.watermark.Watermarker;

/** Writes the chosen takes into a file. */
final class Exporter {
  /**
   * A spoken sentence with the silence after it.
   *
   * @param pauseSeconds of silence; none after the last
   */
  record Piece(SpokenSentence spoken, double pauseSeconds) {}

  /** Makes what is missing and gives all pieces, or nothing where that fails. */
  @FunctionalInterface
  interface Source {
    void pieces(Consumer<List<Piece>> ready);
  }

  private final Source source;
  private final BooleanSupplier watermark;
  private final Jobs jobs;
  private final Consumer<Notice> notices;
  private final ReadOnlyBooleanWrapper running = new ReadOnlyBooleanWrapper();
  private final ReadOnlyDoubleWrapper progress = new ReadOnlyDoubleWrapper(-1);
  private Job job;

  Exporter(Source source, BooleanSupplier watermark, Jobs jobs, Consumer<Notice> notices) {
    this.source = source;
    this.watermark = watermark;
    this.jobs = jobs;
    this.notices = notices;
  }

  /** Whether the next file will carry the mark of synthetic speech. */
  boolean marks() {
    return watermark.getAsBoolean();
  }

  /** Whether a file is being made. */
  ReadOnlyBooleanProperty runningProperty() {
    return running.getReadOnlyProperty();
  }

  /** Written so far, in [0, 1]; negative while takes are made. */
  ReadOnlyDoubleProperty progressProperty() {
    return progress.getReadOnlyProperty();
  }

  /**
   * Writes a file, and subtitles beside it.
   *
   * @param subtitles none for none
   */
  void export(Path file, List<Subtitles> subtitles) {
    running.set(true);
    progress.set(-1);
    source.pieces(
        pieces -> {
          if (pieces.isEmpty()) {
            running.set(false);
          } else {
            write(file, subtitles, pieces);
          }
        });
  }

  /** Ends writing; no file is left. */
  void cancel() {
    if (job != null) {
      job.cancel();
    }
    running.set(false);
  }

  private void write(Path file, List<Subtitles> subtitles, List<Piece> pieces) {
    boolean marked = marks();
    Job fresh =
        jobs.<Path>start(
            (told, cancellation) -> {
              List<Piece> said = marked ? marked(pieces) : pieces;
              try (SubtitleFiles beside = new SubtitleFiles(file)) {
                for (Subtitles each : subtitles) {
                  beside.write(each, said);
                }
                writeSound(file, said, told, cancellation);
                beside.commit();
              }
              return file;
            },
            outcome -> {
              running.set(false);
              outcome.handle(
                  written ->
                      notices.accept(
                          Notice.success("speak.exported", written.getFileName().toString())),
                  notices);
              if (outcome instanceof Outcome.Cancelled) {
                notices.accept(Notice.warning("speak.export.cancelled"));
              }
            });
    job = fresh;
    fresh.progressProperty().subscribe(done -> progress.set(done.doubleValue()));
  }

  private static void writeSound(
      Path file, List<Piece> pieces, Progress progress, Cancellation cancellation)
      throws AudioException {
    int sampleRate = pieces.getFirst().spoken().audio().sampleRate();
    int written = OutputFormat.of(file).sampleRateFor(sampleRate);
    var choices = new AudioOutput.Choices(0, SyntheticNote.labels());
    try (AudioOutput output = AudioOutput.create(file, written, choices)) {
      int done = 0;
      for (Piece piece : pieces) {
        cancellation.check();
        progress.report((double) done++ / pieces.size(), file.getFileName().toString());
        Audio audio = Resampler.resample(piece.spoken().audio(), written);
        output.write(audio.samples());
        output.write(new float[(int) Math.round(piece.pauseSeconds() * written)]);
      }
      cancellation.check();
      output.commit();
    }
  }

  /** The same pieces with the mark in them, which runs through all. */
  private static List<Piece> marked(List<Piece> pieces) {
    List<Piece> marked = new ArrayList<>();
    long start = 0;
    for (Piece piece : pieces) {
      SpokenSentence spoken = piece.spoken();
      Audio audio = Watermarker.mark(spoken.audio(), start);
      marked.add(new Piece(spoken.withAudio(audio), piece.pauseSeconds()));
      start += audio.length() + Math.round(piece.pauseSeconds() * audio.sampleRate());
    }
    return marked;
  }

  /** The pieces of lines, all of which are spoken. */
  static List<Piece> pieces(List<Line> lines, double pauses) {
    List<Piece> pieces = new ArrayList<>();
    for (Line line : lines) {
      boolean last = pieces.size() == lines.size() - 1;
      double pause = last ? 0 : Timeline.pause(line, pauses);
      pieces.add(new Piece(line.chosen().spoken().orElseThrow(), pause));
    }
    return pieces;
  }
}
