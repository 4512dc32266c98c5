package myna.delivery;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import myna.text.Span;

/** What of a caption is shown when, from the model's own timings. */
final class Cues {
  /** Two lines of subtitles: longer sentences are cut. */
  private static final int LONGEST = 84;

  private static final String OPENING = "“‘«\"'([{¿¡";
  private static final Pattern ENDS_IN_MARK = Pattern.compile(".*[,;:.!?—–]\\W*", Pattern.DOTALL);

  private Cues() {}

  /**
   * The words of a caption as they are written, with the marks around them; what is written as one
   * ("25 %") is one.
   *
   * @param start of the sentence, in seconds
   */
  static List<Cue> words(Caption caption, double start) {
    List<Caption.TimedWord> words = caption.words();
    String text = caption.text();
    List<Cue> cues = new ArrayList<>();
    for (int i = 0; i < words.size(); ) {
      int next = i + 1;
      Span span = words.get(i).span();
      double end = words.get(i).end();
      while (next < words.size() && words.get(next).span().start() < span.end()) {
        span = span.union(words.get(next).span());
        end = Math.max(end, words.get(next).end());
        next++;
      }
      int from = cues.isEmpty() ? 0 : boundary(text, span.start());
      int to = next < words.size() ? boundary(text, words.get(next).span().start()) : text.length();
      Cue cue = stripped(text, from, to, start + words.get(i).start(), start + end);
      if (cue.from() < cue.to()) {
        cues.add(cue);
      }
      i = next;
    }
    return cues.isEmpty()
        ? List.of(stripped(text, 0, text.length(), start, start + caption.seconds()))
        : cues;
  }

  private static Cue stripped(String text, int from, int to, double start, double end) {
    int last = Math.max(from, to);
    int first = from;
    while (first < last && Character.isWhitespace(text.charAt(first))) {
      first++;
    }
    while (last > first && Character.isWhitespace(text.charAt(last - 1))) {
      last--;
    }
    return new Cue(first, last, start, end);
  }

  /** The start of the written word at a place: opening marks belong to the word they open. */
  private static int boundary(String text, int place) {
    int at = Math.clamp(place, 0, text.length());
    while (at > 0 && OPENING.indexOf(text.charAt(at - 1)) >= 0) {
      at--;
    }
    return at;
  }

  /** A caption in parts that fit on a screen, cut after a mark where there is one. */
  static List<Cue> parts(Caption caption, double start) {
    List<Cue> parts = new ArrayList<>();
    List<Cue> words = words(caption, start);
    int from = 0;
    while (from < words.size()) {
      int to = partEnd(caption, words, from);
      parts.add(words.get(from).to(words.get(to - 1)));
      from = to;
    }
    return parts;
  }

  private static int partEnd(Caption caption, List<Cue> words, int from) {
    int afterMark = -1;
    for (int i = from; i < words.size(); i++) {
      int length = words.get(i).to() - words.get(from).from();
      if (length > LONGEST && i > from) {
        return afterMark > 0 ? afterMark : i;
      }
      if (length > LONGEST / 3 && ENDS_IN_MARK.matcher(words.get(i).text(caption)).matches()) {
        afterMark = i + 1;
      }
    }
    return words.size();
  }
}
