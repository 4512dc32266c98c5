/**
 * What becomes of files when a disk is full, may not be written, or the process dies.
 *
 * <p>What lives here: the tests of everything that Myna writes but narrations, which have their own
 * in {@link myna.narration}, and the child process that is killed.
 */
package myna.faults;
