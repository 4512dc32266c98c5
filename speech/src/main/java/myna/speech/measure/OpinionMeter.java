package myna.speech.measure;

import myna.audio.Audio;

/** Predicts how listeners would rate a clip. */
@FunctionalInterface
public interface OpinionMeter {
  /** Rates a clip of any rate and length. */
  Opinion rate(Audio clip);

  /**
   * Mean opinion scores, each from 1 to 5.
   *
   * @param signal of the speech
   * @param background of the quiet around it
   * @param overall of both
   */
  record Opinion(double signal, double background, double overall) {}
}
