/**
 * The one place that speaks: packs at work, shared by everyone who asks.
 *
 * <p>What lives here: the {@link myna.engine.Engine} that lends packs, what is asked of a {@link
 * myna.engine.PackLease}, where voices come from, what each pack has heard of them, the user's own
 * pronunciations, what is heard of spoken consent, the gate against voices that may not be cloned,
 * and the one failure of all that. What may not: options of commands, windows, files that are
 * written.
 *
 * <p>Data flow: choice of a pack -> lease; text or sentence, voices and settings -> {@link
 * myna.speech} -> pieces of sound and spoken sentences.
 *
 * <p>Tips and traps: a lease costs next to nothing and loads nothing. The model is loaded for the
 * first call that needs it, serves all leases of its pack, device and threads at once, and is
 * closed when nobody called for a while; the next call loads it again. Everything but what is said
 * to load nothing blocks. The same request to the same pack gives the same samples, whoever asks.
 */
package myna.engine;
