/**
 * The model in use, shared by all pages.
 *
 * <p>What lives here: the port through which pages speak, and its implementation that loads the
 * pack, keeps what the model heard of each voice, and follows the settings. What may not: nodes,
 * and anything that a page shows.
 *
 * <p>Data flow: settings -> pack and device -> model; sentence and voice -> spoken sentence.
 *
 * <p>Tips and traps: every method blocks: call them on jobs. The model is loaded when it is first
 * needed, and again when the settings ask for another.
 */
package myna.ui.engine;
