package myna.speech;

import myna.audio.Audio;

/** Told of speech while it is made, on the thread that makes it. */
@FunctionalInterface
public interface SpeechListener {
  /**
   * Samples, which follow those before; the pauses between sentences are not among them.
   *
   * @param piece not to be changed
   */
  default void piece(Audio piece) {}

  /** A sentence is ready; all its pieces were told before. */
  void sentence(SpokenSentence sentence);
}
