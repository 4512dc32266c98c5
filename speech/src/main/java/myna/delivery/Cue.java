package myna.delivery;

/**
 * A slice of a caption's text with the time it is heard.
 *
 * @param from where it starts in the text
 * @param to where it ends
 * @param start seconds
 * @param end seconds
 */
record Cue(int from, int to, double start, double end) {
  /** What it shows, on one line. */
  String text(Caption caption) {
    return caption.text().substring(from, to).replaceAll("\\s+", " ");
  }

  /** From the start of this to the end of a later one. */
  Cue to(Cue last) {
    return new Cue(from, last.to, start, last.end);
  }
}
