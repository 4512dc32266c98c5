package myna.text;

/**
 * Something that is not said as it is written.
 *
 * @param source where it stands
 * @param spoken how it is said; empty if it is silent
 */
public record Expansion(Span source, String spoken) {}
