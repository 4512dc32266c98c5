package myna.narration.dub;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import myna.audio.AudioException;
import myna.audio.FileLabels;
import myna.audio.FilmMix;
import myna.audio.LoudnessMeter;
import myna.audio.OutputFormat;
import myna.delivery.Mastering;
import myna.delivery.Sound;
import myna.delivery.SoundWriter;
import myna.engine.EngineException;
import myna.engine.PackLease;
import myna.jobs.Cancellation;
import myna.jobs.Progress;
import myna.watermark.SyntheticNote;

/**
 * The file that dubbed speech goes into: the speech alone, or mixed with the sound of a film.
 *
 * @param output a file of sound; with a film also a film
 * @param film that the speech is mixed with, if any
 * @param ducked whether the film is lowered while somebody speaks
 * @param labels of the file
 */
public record DubFile(
    Path output, Optional<Path> film, boolean ducked, Sound sound, FileLabels labels) {
  /**
   * Asks whether such a file can be written.
   *
   * @throws AudioException if the output's extension names no format
   */
  public void check() throws AudioException {
    if (film.isEmpty() || !FilmMix.isFilm(output)) {
      OutputFormat.of(output);
    }
  }

  /**
   * Speaks everything; the file appears whole or not at all.
   *
   * @throws myna.jobs.CancelledException within one evaluation of the network
   * @throws IOException if the speech cannot be kept until it is mixed
   */
  public DubReport write(
      PackLease pack, DubOrder order, Progress progress, Cancellation cancellation)
      throws AudioException, EngineException, IOException {
    check();
    Speaking speaking = new Speaking(pack, order, progress, cancellation);
    if (film.isEmpty()) {
      return speak(speaking, output, labels);
    }
    Path track = Files.createTempFile("myna", ".wav");
    track.toFile().deleteOnExit(); // where it is interrupted
    try {
      DubReport report = speak(speaking, track, SyntheticNote.labels());
      new FilmMix(film.get(), track, ducked).write(output, labels, cancellation);
      return report;
    } finally {
      Files.deleteIfExists(track);
    }
  }

  private record Speaking(
      PackLease pack, DubOrder order, Progress progress, Cancellation cancellation) {}

  private DubReport speak(Speaking speaking, Path to, FileLabels said)
      throws AudioException, EngineException {
    int rate = speaking.pack().format().signal().outputRate();
    Mastering mastering = new Mastering(sound, 0, new LoudnessMeter(rate));
    try (SoundWriter writer = SoundWriter.toFile(to, mastering, said, rate)) {
      DubReport report =
          new Dubbing(speaking.pack(), speaking.order())
              .run(writer, speaking.progress(), speaking.cancellation());
      writer.commit();
      return report;
    }
  }
}
