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
import myna.narration.project.StoredTake;
import myna.script.Take;
import myna.script.Timeline;
import myna.ui.sound.Feed;

/** Plays the lines of a chapter from one on, until the first that is not made yet. */
final class ChapterFeed implements Feed {
  /**
   * A line that is heard.
   *
   * @param line id
   * @param slot counted from the first line's start
   * @param silence after it
   */
  record Piece(long line, StoredTake stored, Timeline.Slot slot, Timeline.Slot silence) {
    /** When the line starts, in seconds. */
    double start() {
      return slot.startSeconds();
    }
  }

  private final Project project;
  private final List<Piece> pieces;
  private int next;

  ChapterFeed(Project project, List<Piece> pieces) {
    this.project = project;
    this.pieces = pieces;
  }

  /** The lines from one on that can be heard without a gap. */
  static List<Piece> pieces(List<LineEntry> lines, int from) {
    return lines
        .get(from)
        .take()
        .map(first -> new Timeline(first.take().length().sampleRate()))
        .map(timeline -> pieces(lines.subList(from, lines.size()), timeline))
        .orElse(List.of());
  }

  private static List<Piece> pieces(List<LineEntry> lines, Timeline timeline) {
    List<Piece> pieces = new ArrayList<>();
    for (LineEntry line : lines) {
      if (line.take().isEmpty()) {
        break;
      }
      StoredTake stored = line.take().get();
      Take take = stored.take();
      Timeline.Slot slot = timeline.sound(take.length().samples());
      double silence = take.spacing().silenceFor(line.line().sentence().pauseAfter());
      pieces.add(new Piece(line.id(), stored, slot, timeline.silence(silence)));
    }
    return pieces;
  }

  @Override
  public int sampleRate() {
    return pieces.getFirst().slot().sampleRate();
  }

  @Override
  public Optional<float[]> next(Cancellation cancellation) throws AudioException {
    if (next == pieces.size()) {
      return Optional.empty();
    }
    Piece piece = pieces.get(next++);
    try {
      Audio audio = project.read(piece.stored());
      int length = Math.toIntExact(audio.length() + piece.silence().samples());
      return Optional.of(Arrays.copyOf(audio.samples(), length));
    } catch (NarrationException e) {
      throw new AudioException(AudioException.Reason.CORRUPT, e.getMessage(), e);
    }
  }
}
