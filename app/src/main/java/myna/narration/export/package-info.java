/**
 * Rendered projects to audiobooks.
 *
 * <p>What lives here: the timeline of a book, its sound as one stream, its labels and chapter
 * marks, EPUB with media overlays, the page that reads along, and the folder that a library reads.
 * What may not: synthesis, changes to a project; how sound and subtitles are written is in {@link
 * myna.delivery}.
 *
 * <p>Data flow: takes -> leveled and faded -> one stream with pauses -> {@link myna.delivery}.
 *
 * <p>Tips and traps: the stream is walked once to measure it and once to write it, and never held.
 * Every place in time is a number of samples of the stream, so that chapter marks, subtitles and
 * sound cannot drift apart. Nothing depends on clocks or on the order in which takes were made: the
 * same takes give the same bytes.
 */
package myna.narration.export;
