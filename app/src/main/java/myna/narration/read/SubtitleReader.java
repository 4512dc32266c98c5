package myna.narration.read;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import myna.jobs.Cancellation;
import myna.narration.book.Book;
import myna.narration.book.Metadata;
import myna.narration.book.NarrationException;
import myna.narration.read.TimedCue.Turn;

/**
 * Reads subtitles as a text to be spoken: cues that a sentence runs through are joined; another
 * speaker or a long silence starts a new paragraph, and a speaker's name stands before it.
 */
final class SubtitleReader implements BookReader {
  private static final double NEW_PARAGRAPH_SECONDS = 2.5;

  @Override
  public Book read(Path file, ImportOptions options, Cancellation cancellation)
      throws IOException, NarrationException {
    Paragraphs paragraphs = new Paragraphs();
    for (TimedCue cue : CueFile.read(file)) {
      paragraphs.add(cue);
    }
    paragraphs.flush();
    String title = BookReader.baseName(file);
    return BookReader.book(
        Metadata.UNKNOWN.withTitle(title),
        Optional.empty(),
        Chapters.byHeadings(paragraphs.pieces, title),
        file);
  }

  /** What was gathered of a file. */
  private static final class Paragraphs {
    private final List<Piece> pieces = new ArrayList<>();
    private final StringBuilder current = new StringBuilder();
    private String speaker = "";
    private String style = "";
    private double end;

    private void add(TimedCue cue) {
      boolean silence = cue.start() - end > NEW_PARAGRAPH_SECONDS;
      if ((silence && Tidy.endsSentence(current)) || !cue.style().equals(style)) {
        flush();
      }
      end = cue.end();
      style = cue.style();
      cue.turns().forEach(this::add);
    }

    private void add(Turn turn) {
      boolean another = !turn.speaker().isEmpty() && !turn.speaker().equals(speaker);
      if (turn.begins() || another) {
        flush();
      }
      if (current.isEmpty() && !turn.speaker().isEmpty()) {
        speaker = turn.speaker();
        current.append(speaker).append(':');
      }
      current.append(current.isEmpty() ? "" : " ").append(turn.text());
    }

    private void flush() {
      if (!current.isEmpty()) {
        pieces.add(Piece.paragraph(Tidy.line(current)));
      }
      speaker = "";
      current.setLength(0);
    }
  }
}
