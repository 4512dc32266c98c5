package myna.ui.speak;

import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyDoubleWrapper;
import myna.audio.FileLabels;
import myna.delivery.Loudness;
import myna.delivery.Sound;
import myna.delivery.SpeechWriter;
import myna.delivery.Subtitles;
import myna.speech.SpokenSentence;
import myna.ui.common.FileMarks;
import myna.ui.common.Job;
import myna.ui.common.Jobs;
import myna.ui.common.Notice;
import myna.ui.common.Outcome;
import myna.watermark.SyntheticNote;

/** Writes the chosen takes into a file. */
final class Exporter {
  /**
   * A spoken sentence.
   *
   * @param written the sentence as the user wrote it
   */
  record Piece(SpokenSentence spoken, String written) {}

  /** Makes what is missing and gives all pieces, or nothing where that fails. */
  @FunctionalInterface
  interface Source {
    void pieces(Consumer<List<Piece>> ready);
  }

  private final Source source;
  private final FileMarks marks;
  private final Jobs jobs;
  private final Consumer<Notice> notices;
  private final ReadOnlyBooleanWrapper running = new ReadOnlyBooleanWrapper();
  private final ReadOnlyDoubleWrapper progress = new ReadOnlyDoubleWrapper(-1);
  private Job job;

  Exporter(Source source, FileMarks marks, Jobs jobs, Consumer<Notice> notices) {
    this.source = source;
    this.marks = marks;
    this.jobs = jobs;
    this.notices = notices;
  }

  /** Whether the next file will carry the watermark of synthetic speech. */
  boolean watermarks() {
    return marks.watermark();
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
    Sound sound = new Sound(Loudness.NONE, 0, 0, watermarks());
    FileLabels labels = SyntheticNote.labels().sealed(marks.seal());
    Job fresh =
        jobs.<Path>start(
            (told, cancellation) -> {
              int rate = pieces.getFirst().spoken().audio().sampleRate();
              try (SpeechWriter out = SpeechWriter.toFile(file, sound, subtitles, labels, rate)) {
                int done = 0;
                for (Piece piece : pieces) {
                  cancellation.check();
                  told.report((double) done++ / pieces.size(), file.getFileName().toString());
                  out.add(piece.spoken(), piece.written());
                }
                cancellation.check();
                out.commit();
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

  /** The pieces of lines, all of which are spoken. */
  static List<Piece> pieces(List<LineModel> lines, double pauses) {
    return lines.stream()
        .map(line -> new Piece(line.spoken().orElseThrow().withPauses(pauses), line.text()))
        .toList();
  }
}
