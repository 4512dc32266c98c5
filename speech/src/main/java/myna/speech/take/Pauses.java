package myna.speech.take;

import myna.speech.ModelFormat;
import myna.speech.model.Rhythm;
import myna.text.Pause;

/** Lengths of the silence between chunks and after sentences. */
public final class Pauses {
  private final Rhythm rhythm;
  private final double speed;
  private final double carried;

  /**
   * Pauses of a sentence.
   *
   * @param rhythm of its first voice
   */
  public Pauses(ModelFormat format, Rhythm rhythm, double speed) {
    this.rhythm = rhythm;
    this.speed = speed;
    carried = Edges.frames(format) * format.signal().frameSeconds();
  }

  /** What is left of a pause, in seconds, after the silence that chunks carry themselves. */
  public double seconds(Pause pause) {
    double factor = pause.kind() == Pause.Kind.EXPLICIT ? 1 : rhythm.pauseFactor();
    return Math.max(0, pause.seconds() * factor / speed - carried);
  }
}
