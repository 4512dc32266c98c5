package myna.speech;

/**
 * What to speak.
 *
 * @param text as the user wrote it
 * @param voices who speaks it
 * @param settings how; the seed of each sentence is derived from the seed in here and its number
 */
public record SpeechRequest(String text, VoiceCast voices, SpeechSettings settings) {}
