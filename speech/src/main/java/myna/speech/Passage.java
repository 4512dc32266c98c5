package myna.speech;

/**
 * A text to be spoken, with everything decided.
 *
 * @param text as the user wrote it
 * @param voices who speaks it
 * @param settings how; the seed of each sentence is derived from the seed in here and its number
 */
public record Passage(String text, VoiceCast voices, SpeechSettings settings) {}
