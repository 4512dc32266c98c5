/**
 * How the pages speak: with the pack that the settings name, the voices of the library and the
 * user's own pronunciations.
 *
 * <p>What lives here: the one object through which all pages read and speak. What may not: nodes,
 * what a page shows, and anything that a command needs as well, which is in {@link myna.engine}.
 *
 * <p>Data flow: settings -> lease of a pack; sentence and voice -> spoken sentence.
 *
 * <p>Tips and traps: every method blocks: call them on jobs. A change of the settings takes hold
 * with the next sentence.
 */
package myna.ui.engine;
