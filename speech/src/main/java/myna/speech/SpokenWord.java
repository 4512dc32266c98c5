package myna.speech;

import myna.text.Span;

/**
 * A word with its time.
 *
 * @param text as it is spoken
 * @param source where it stands in the text; words of one number share it
 * @param start seconds from the start of the audio that it belongs to
 * @param end seconds, after {@code start}
 * @param clarity how well it is heard
 */
public record SpokenWord(String text, Span source, double start, double end, Clarity clarity) {
  /** The word in audio that starts earlier. */
  public SpokenWord later(double seconds) {
    return new SpokenWord(text, source, start + seconds, end + seconds, clarity);
  }

  /** The word as it was heard. */
  public SpokenWord heard(Clarity other) {
    return new SpokenWord(text, source, start, end, other);
  }
}
