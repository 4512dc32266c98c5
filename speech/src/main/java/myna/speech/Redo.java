package myna.speech;

/**
 * A word of a sentence that is to be said again.
 *
 * @param word its number among the words of the sentence
 * @param seed of what is said anew: another one says it otherwise
 */
public record Redo(int word, long seed) {}
