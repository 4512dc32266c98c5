package myna.engine;

import java.util.List;
import java.util.OptionalDouble;
import myna.voice.Reading;

/**
 * What came of adapting a pack to a voice.
 *
 * @param bytes what the voice is to keep, see {@link myna.resgen.adapt.AdaptedVoice#encode}
 * @param readings that were learned from; those whose words were not heard are left out
 * @param leftOut texts of the readings that were not
 * @param before likeness of held-back sentences to their recordings, as the pack speaks them; empty
 *     where the pack cannot tell
 * @param after the same, as the adapted pack speaks them
 */
public record Adapted(
    byte[] bytes,
    List<Reading> readings,
    List<String> leftOut,
    OptionalDouble before,
    OptionalDouble after) {}
