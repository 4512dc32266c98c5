/**
 * The voice library: reference clips under a name, with the consent to use them.
 *
 * <p>What lives here: voices and their clips in MYNA_HOME, what a model gained by adapting to a
 * voice and the readings it learned from, export and import as one {@code .mynavoice} file, the
 * graded check of a reference clip and the choice of its best stretch, the sentence by which
 * consent is spoken, the list of voices that may not be cloned. What may not: models and synthesis.
 *
 * <p>Data flow: clip file -> {@link myna.audio} -> check -> library folder; library folder ->
 * clips, of which {@link myna.speech} makes a reference.
 *
 * <p>Tips and traps: an imported file is hostile until it is proved otherwise: names, sizes and
 * sums are checked before anything is written. Several processes may work on one library: changes
 * are made under a file lock and by rename.
 */
package myna.voice;
