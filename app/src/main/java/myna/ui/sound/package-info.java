/**
 * Sound in the studio: what plays, where it is, and what comes in.
 *
 * <p>What lives here: the transport (play, pause, seek, position) and ports to the loudspeaker and
 * the microphone, with implementations on {@link myna.audio}. What may not: nodes; they are in
 * {@code myna.ui.wave}.
 *
 * <p>Data flow: feed -> transport's job -> loudspeaker; loudspeaker's clock -> position on the
 * thread of the views.
 *
 * <p>Tips and traps: lines block, so they are opened, written and closed on jobs. The position is
 * what was heard, not what was written.
 */
package myna.ui.sound;
