package myna.narration.export;

import java.util.ArrayList;
import java.util.List;
import myna.narration.project.LineEntry;
import myna.narration.project.Take;
import myna.text.Span;
import myna.text.Word;

/** What of a line is heard when, from the model's own timings. */
final class Cues {
  /** Two lines of subtitles: longer sentences are cut. */
  private static final int LONGEST = 84;

  private Cues() {}

  /**
   * The words of a line as they are written, with the marks around them; what is written as one
   * ("25 %") is one.
   *
   * @param start of the take, in seconds
   */
  static List<Cue> words(LineEntry line, Take take, double start) {
    List<Word> words = line.line().sentence().words();
    String text = line.line().text();
    int offset = line.line().offset();
    List<Cue> cues = new ArrayList<>();
    int count = Math.min(words.size(), take.words().size());
    for (int i = 0; i < count; ) {
      int next = i + 1;
      Span span = words.get(i).source();
      while (next < count && words.get(next).source().start() < span.end()) {
        span = span.union(words.get(next).source());
        next++;
      }
      int from = cues.isEmpty() ? 0 : boundary(text, span.start() - offset);
      int to =
          next < count ? boundary(text, words.get(next).source().start() - offset) : text.length();
      String part = text.substring(Math.min(from, to), to).strip();
      Take.WordTime first = take.words().get(i);
      Take.WordTime last = take.words().get(next - 1);
      if (!part.isEmpty()) {
        cues.add(new Cue(part, start + first.start(), start + Math.max(first.end(), last.end())));
      }
      i = next;
    }
    return cues.isEmpty() ? List.of(new Cue(text, start, start + take.length().seconds())) : cues;
  }

  /** The start of the written word at a place: opening marks belong to the word they open. */
  private static int boundary(String text, int place) {
    int at = Math.clamp(place, 0, text.length());
    while (at > 0
        && !Character.isWhitespace(text.charAt(at - 1))
        && "“‘«\"'([{¿¡".indexOf(text.charAt(at - 1)) >= 0) {
      at--;
    }
    return at;
  }

  /** A line in parts that fit on a screen, cut after a mark where there is one. */
  static List<Cue> parts(LineEntry line, Take take, double start) {
    List<Cue> parts = new ArrayList<>();
    List<Cue> words = words(line, take, start);
    int from = 0;
    while (from < words.size()) {
      int to = partEnd(words, from);
      parts.add(joined(words.subList(from, to)));
      from = to;
    }
    return parts;
  }

  private static int partEnd(List<Cue> words, int from) {
    int length = 0;
    int afterMark = -1;
    for (int i = from; i < words.size(); i++) {
      length += words.get(i).text().length() + 1;
      if (length > LONGEST && i > from) {
        return afterMark > 0 ? afterMark : i;
      }
      if (length > LONGEST / 3 && words.get(i).text().matches(".*[,;:.!?—–]\\W*")) {
        afterMark = i + 1;
      }
    }
    return words.size();
  }

  static Cue joined(List<Cue> words) {
    String text = String.join(" ", words.stream().map(Cue::text).toList());
    return new Cue(text, words.getFirst().start(), words.getLast().end());
  }
}
