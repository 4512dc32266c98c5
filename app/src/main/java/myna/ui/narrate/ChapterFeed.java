package myna.ui.narrate;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import myna.audio.Audio;
import myna.audio.AudioException;
import myna.jobs.Cancellation;
import myna.narration.book.NarrationException;
import myna.narration.project.LineEntry;
import myna.narration.project.Project;
import myna.narration.project.Take;
import myna.ui.sound.Feed;

/** Plays the lines of a chapter from one on, until the first that is not made yet. */
final class ChapterFeed implements Feed {
  /**
   * A line that is heard.
   *
   * @param line id
   * @param start seconds after the first line's start
   * @param silence seconds after it
   */
  record Piece(long line, Take take, double start, double silence) {}

  private final Project project;
  private final List<Piece> pieces;
  private int next;

  ChapterFeed(Project project, List<Piece> pieces) {
    this.project = project;
    this.pieces = pieces;
  }

  /** The lines from one on that can be heard without a gap. */
  static List<Piece> pieces(List<LineEntry> lines, int from) {
    List<Piece> pieces = new ArrayList<>();
    double start = 0;
    for (LineEntry line : lines.subList(from, lines.size())) {
      if (line.take().isEmpty()) {
        break;
      }
      Take take = line.take().get();
      double pause = line.line().sentence().pauseAfter().seconds();
      double silence = take.spacing().silenceFor(pause);
      pieces.add(new Piece(line.id(), take, start, silence));
      start += take.length().seconds() + silence;
    }
    return pieces;
  }

  @Override
  public int sampleRate() {
    return pieces.getFirst().take().length().sampleRate();
  }

  @Override
  public Optional<float[]> next(Cancellation cancellation) throws AudioException {
    if (next == pieces.size()) {
      return Optional.empty();
    }
    Piece piece = pieces.get(next++);
    try {
      Audio audio = project.read(piece.take());
      int silence = (int) Math.round(piece.silence() * audio.sampleRate());
      return Optional.of(Arrays.copyOf(audio.samples(), audio.length() + silence));
    } catch (NarrationException e) {
      throw new AudioException(AudioException.Reason.CORRUPT, e.getMessage(), e);
    }
  }
}
