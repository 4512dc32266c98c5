/**
 * Who says what in a story.
 *
 * <p>What lives here: the people of a book, with all that they are called and whether they are "he"
 * or "she"; what a paragraph tells of who speaks in it; the most likely speakers of a chapter. What
 * may not: voices; which of them speaks a person is the cast's to say ({@link
 * myna.narration.script}).
 *
 * <p>Data flow: blocks -> names -> people; blocks of a chapter -> turns with their hints -> the
 * best sequence of speakers -> an attribution for each quotation, with its reason.
 *
 * <p>Tips and traps: everything is a rule that can be told in a sentence; nothing is learned. Each
 * hint adds to a score, and a speaker is sure only if the best sequence in which somebody else
 * speaks is clearly worse. What is not sure is nobody's, so the cast's voice for quotations, or the
 * narrator, reads it.
 */
package myna.narration.speakers;
