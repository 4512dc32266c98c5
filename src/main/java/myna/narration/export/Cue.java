package myna.narration.export;

/**
 * A text with the time it is heard.
 *
 * @param text on one line
 * @param start seconds
 * @param end seconds
 */
record Cue(String text, double start, double end) {}
