/**
 * Progress and cancellation: the two things that long work asks of whoever started it.
 *
 * <p>What lives here: the two small interfaces and implementations that need nothing. The console's
 * are in {@link myna.cli}, the studio's in {@link myna.ui}. What may not: threads; who runs the
 * work decides where.
 *
 * <p>Data flow: work calls {@code Progress} with what is done, and asks {@code Cancellation}
 * between steps.
 *
 * <p>Tips and traps: a cancelled job ends by {@code CancelledException}, leaves no half output, and
 * is no error.
 */
package myna.jobs;
