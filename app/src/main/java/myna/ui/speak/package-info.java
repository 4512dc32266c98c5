/**
 * The speak page: a text, a voice, and every sentence as often as it takes.
 *
 * <p>What lives here: the text with its lines, takes of each line, playing while the rest is being
 * made, and export. What may not: synthesis; that is behind {@link myna.ui.engine}. Lines, takes
 * and timeline are those of {@link myna.script}; the models here add what is chosen, made and
 * heard.
 *
 * <p>Data flow: text -> analysis -> lines; line and recipe -> take; takes in order -> transport,
 * waveform and file.
 *
 * <p>Tips and traps: an edit keeps the takes of the sentences it does not touch. A take remembers
 * its recipe, so its samples can be dropped and made again. A sentence that was spoken has the
 * spans of the text it was made from: ask the line for it, which knows where it stands now.
 */
package myna.ui.speak;
