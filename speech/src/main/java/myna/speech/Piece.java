package myna.speech;

/**
 * Samples of a chunk, which follow those of the piece before.
 *
 * @param samples [T], owned by the record
 * @param pause index of a sample in a pause, or the start: where the level may change
 */
record Piece(float[] samples, int pause) {}
