package myna.speech;

import myna.text.Span;

/**
 * A word with its time.
 *
 * @param text as it is spoken
 * @param source where it stands in the text; words of one number share it
 * @param start seconds from the start of the audio that it belongs to
 * @param end seconds, after {@code start}
 * @param score how well it is heard, see {@link Ear}: 0 at best; NaN where nobody listened
 */
public record SpokenWord(String text, Span source, double start, double end, double score) {
  /** The word in audio that starts earlier. */
  public SpokenWord later(double seconds) {
    return new SpokenWord(text, source, start + seconds, end + seconds, score);
  }

  /** The word with a score. */
  public SpokenWord scored(double other) {
    return new SpokenWord(text, source, start, end, other);
  }
}
