/**
 * Renders the lines of a project: whatever has no take yet is spoken and stored.
 *
 * <p>What lives here: the interface of what speaks and its implementation over {@link myna.engine},
 * the keys of takes, the renderer with pause, cancellation and progress. What may not: how takes
 * are stored, what becomes of them.
 *
 * <p>Data flow: line -> (cast) -> sentence with voices -> key -> take in the store, or speech and
 * then a take in the store.
 *
 * <p>Tips and traps: a key holds everything that decides on the sound: words with phonemes, rates
 * and inner pauses, the clips behind the voices, settings and model. The seed of a line follows
 * from its key. So a line sounds the same whoever renders it, and the order does not matter.
 */
package myna.narration.render;
