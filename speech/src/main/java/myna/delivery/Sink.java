package myna.delivery;

import myna.audio.AudioException;

/** Takes samples piece by piece. */
@FunctionalInterface
interface Sink {
  /**
   * Takes what comes next.
   *
   * @param samples [T], owned by the sink
   */
  void accept(float[] samples) throws AudioException;
}
