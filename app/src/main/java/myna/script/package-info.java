/**
 * What is spoken, and how it was spoken: for a text on the Speak page as for a book.
 *
 * <p>What lives here: lines, takes of them, and the timeline on which both are heard. What may not:
 * synthesis, samples, how either is kept or shown.
 *
 * <p>Data flow: sentence of the front end -> line; line spoken -> take; takes and the silence that
 * their spacing asks for -> slots of a timeline.
 *
 * <p>Tips and traps: a take has the times of its words, not their places in a text: it stays true
 * when the line moves, and serves all lines of the same words. A timeline counts samples, so that
 * what is drawn, heard and written cannot drift apart.
 */
package myna.script;
