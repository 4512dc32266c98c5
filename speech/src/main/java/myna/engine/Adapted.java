package myna.engine;

import java.util.List;
import java.util.OptionalDouble;
import myna.audio.Audio;
import myna.voice.Reading;

/**
 * What came of adapting a pack to a voice.
 *
 * @param bytes what the voice is to keep, see {@link myna.resgen.adapt.AdaptedVoice#encode}
 * @param readings that were learned from; those whose words were not heard are left out
 * @param leftOut texts of the readings that were not
 * @param before held-back sentences as the pack speaks them
 * @param after the same as the adapted pack speaks them
 */
public record Adapted(
    byte[] bytes, List<Reading> readings, List<String> leftOut, Sample before, Sample after) {
  /**
   * Held-back sentences as they are spoken.
   *
   * @param likeness to their recordings; empty where the pack cannot tell
   * @param spoken the first of them
   */
  public record Sample(OptionalDouble likeness, Audio spoken) {}
}
