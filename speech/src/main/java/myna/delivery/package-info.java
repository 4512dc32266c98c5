/**
 * What is spoken, written out: sound and what goes with it, into files or streams.
 *
 * <p>What lives here: the way from samples to a file (watermark, loudness, limiter, room tone,
 * sample rate), subtitles of every kind, and the writer that puts both together for spoken
 * sentences. What may not: synthesis, books, windows; the formats themselves are in {@link
 * myna.audio}.
 *
 * <p>Data flow: sentences -> samples -> watermark -> gain and limiter -> room tone -> sample rate
 * -> encoder; sentences -> captions -> cues -> subtitles.
 *
 * <p>Tips and traps: files appear all or none, when they are committed. The text of a subtitle is
 * cut out of what was written, and is not joined from words. Loudness must be measured before
 * anything is written, so what is brought to one is held until then.
 */
package myna.delivery;
