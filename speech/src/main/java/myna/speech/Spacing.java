package myna.speech;

import myna.text.Pause;

/**
 * How pauses go with a sentence as it was spoken.
 *
 * @param edgeSeconds of silence that its start and end carry together, to be taken off the pause
 *     that follows
 * @param pauseScale length of any pause relative to that at normal speed
 * @param pauseFactor what the voice makes of pauses besides, but of those that the text asks for
 */
public record Spacing(double edgeSeconds, double pauseScale, double pauseFactor) {
  /** A sentence that starts and ends with sound, at normal speed, in a voice of usual pauses. */
  public static final Spacing PLAIN = new Spacing(0, 1, 1);

  /** The silence to add for a pause, in seconds. */
  public double silenceFor(Pause pause) {
    double factor = pause.kind() == Pause.Kind.EXPLICIT ? 1 : pauseFactor;
    return Math.max(0, pause.seconds() * factor * pauseScale - edgeSeconds);
  }

  /** The spacing that adds so many times the silence. */
  public Spacing times(double factor) {
    return new Spacing(edgeSeconds * factor, pauseScale * factor, pauseFactor);
  }
}
