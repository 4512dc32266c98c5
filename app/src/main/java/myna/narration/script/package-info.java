/**
 * What is to be spoken: blocks of a book cut into lines, each with its words and who says them.
 *
 * <p>What lives here: the writer that makes lines ({@link myna.script.Line}) with {@link
 * myna.text.TextFrontEnd}, the cast that says which voice speaks which role. What may not: sound,
 * files of projects.
 *
 * <p>Data flow: block -> sentences of the front end -> lines with roles -> (cast) -> lines with
 * voices.
 *
 * <p>Tips and traps: a line's words keep the role that the text gives them (nobody, a speaker's
 * name, or a quotation); the cast turns roles into voices only when a line is rendered. So a change
 * of the cast needs no new script.
 */
package myna.narration.script;
