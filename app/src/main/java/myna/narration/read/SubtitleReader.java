package myna.narration.read;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import myna.jobs.Cancellation;
import myna.narration.book.Book;
import myna.narration.book.Metadata;
import myna.narration.book.NarrationException;
import myna.narration.book.NarrationException.Reason;

/**
 * Reads subtitles (SubRip and WebVTT) as a text to be spoken: cues that a sentence runs through are
 * joined, a long silence starts a new paragraph.
 */
final class SubtitleReader implements BookReader {
  private static final Pattern TIMING =
      Pattern.compile(
          "\\s*(?:(\\d+):)?(\\d{1,2}):(\\d{1,2})[,.](\\d{1,3})\\s*-->\\s*(?:(\\d+):)?(\\d{1,2}):(\\d{1,2})[,.](\\d{1,3}).*");

  private static final Pattern TAG = Pattern.compile("<[^>]{0,100}>|\\{\\\\[^}]{0,100}\\}");
  private static final Pattern SOUND =
      Pattern.compile("\\[[^\\]]*\\]|\\([A-Z][A-Z ,'-]+\\)|♪[^♪]*♪?");
  private static final double NEW_PARAGRAPH_SECONDS = 2.5;

  /** The sentence that is being gathered. */
  private final StringBuilder current = new StringBuilder();

  private final List<Piece> pieces = new ArrayList<>();
  private double end;

  @Override
  public Book read(Path file, ImportOptions options, Cancellation cancellation)
      throws IOException, NarrationException {
    SubtitleReader reading = new SubtitleReader();
    int cues = reading.cues(PlainText.readWithTags(file).lines().toList());
    if (cues == 0) {
      throw new NarrationException(
          Reason.MALFORMED, file + " holds no subtitles: a time is missing");
    }
    String title = BookReader.baseName(file);
    return BookReader.book(
        Metadata.UNKNOWN.withTitle(title),
        Optional.empty(),
        Chapters.byHeadings(reading.pieces, title),
        file);
  }

  private int cues(List<String> lines) {
    int cues = 0;
    for (int i = 0; i < lines.size(); i++) {
      Matcher timing = TIMING.matcher(lines.get(i));
      if (timing.matches()) {
        cues++;
        pauseBefore(seconds(timing, 1), seconds(timing, 5));
        while (i + 1 < lines.size() && !lines.get(i + 1).isBlank()) {
          i++;
          accept(lines.get(i));
        }
      }
    }
    flush();
    return cues;
  }

  private void pauseBefore(double start, double cueEnd) {
    boolean silence = start - end > NEW_PARAGRAPH_SECONDS;
    if (silence && Tidy.endsSentence(current)) {
      flush();
    }
    end = cueEnd;
  }

  private void accept(String line) {
    String text = Tidy.line(SOUND.matcher(TAG.matcher(line).replaceAll("")).replaceAll(" "));
    boolean newSpeaker = text.startsWith("- ") || text.startsWith("– ") || text.startsWith(">>");
    String words = newSpeaker ? text.replaceFirst("^(-|–|>>+)\\s*", "") : text;
    if (newSpeaker) {
      flush();
    }
    if (!words.isEmpty()) {
      current.append(current.isEmpty() ? "" : " ").append(words);
    }
  }

  private void flush() {
    String text = Tidy.line(current);
    if (!Tidy.isOrnament(text)) {
      pieces.add(Piece.paragraph(text));
    }
    current.setLength(0);
  }

  private static double seconds(Matcher timing, int group) {
    String hours = timing.group(group);
    return (hours == null ? 0 : Integer.parseInt(hours) * 3600.0)
        + Integer.parseInt(timing.group(group + 1)) * 60.0
        + Integer.parseInt(timing.group(group + 2))
        + Integer.parseInt(timing.group(group + 3)) / 1000.0;
  }
}
