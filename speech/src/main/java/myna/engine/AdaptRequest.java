package myna.engine;

import java.util.List;
import myna.text.TextSettings;
import myna.voice.Reading;

/**
 * What a pack is to be adapted to.
 *
 * @param voice whose voice it is
 * @param readings recordings of it and what is said in them
 * @param reading how texts are read: locale and lexicons of one's own
 * @param minutes of work at most; infinite for as long as the readings are worth
 * @param seed of all that is random: the same readings and seed give the same, where no time is set
 */
public record AdaptRequest(
    VoiceSource voice, List<Reading> readings, TextSettings reading, double minutes, long seed) {}
