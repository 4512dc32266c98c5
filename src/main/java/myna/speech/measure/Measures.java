package myna.speech.measure;

/**
 * What was measured of one clip.
 *
 * @param seconds length
 * @param errors by the model's ear
 * @param opinion or null where there is no meter
 * @param similarity cosine to the reference's voice, or null where the model has no speaker network
 */
public record Measures(
    double seconds, PhonemeErrors errors, OpinionMeter.Opinion opinion, Double similarity) {}
