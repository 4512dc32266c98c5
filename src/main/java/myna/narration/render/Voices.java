package myna.narration.render;

import myna.audio.Audio;
import myna.narration.NarrationException;

/** Where the voices of a render come from. */
public interface Voices {
  /**
   * What decides on the sound of a voice.
   *
   * @throws NarrationException if there is no such voice
   */
  String fingerprint(String voice) throws NarrationException;

  /**
   * The reference clip of a voice.
   *
   * @param sampleRate wanted; another is resampled
   */
  Audio clip(String voice, int sampleRate) throws NarrationException;
}
