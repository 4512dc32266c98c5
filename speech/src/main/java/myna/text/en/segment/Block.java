package myna.text.en.segment;

/**
 * A paragraph, heading or list item: no sentence goes beyond it.
 *
 * @param start index of its first character
 * @param end index after its last character
 * @param heading whether it is a heading
 * @param paragraphEnd whether a paragraph ends with it, rather than a line of a list or a poem
 */
public record Block(int start, int end, boolean heading, boolean paragraphEnd) {}
