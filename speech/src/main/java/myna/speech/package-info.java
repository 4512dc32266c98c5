/**
 * The synthesizer: text and a voice to samples and word timings, one sentence after another.
 *
 * <p>What lives here: what those outside ask for and get, the settings and the results. The rooms,
 * top to bottom; each uses only what stands below it:
 *
 * <pre>
 * measure           lists spoken and measured, for the commands that do so
 * synthesis         sentence after sentence
 * take              one take of one chunk: tokens, samples, where its words lie
 * phrase  listen    what is spoken in one go; whether it was heard
 * reference         what is taken from reference clips
 * model             the networks, as interfaces
 * </pre>
 *
 * <p>What may not live here: file formats, JavaFX, {@code ai.onnxruntime}.
 *
 * <p>Data flow: text -> sentences ({@link myna.text}) -> durations -> tokens ({@link myna.resgen})
 * -> samples ({@link myna.codec}), each sentence handed out as it is ready, and its first phrase
 * before the rest of it is made.
 *
 * <p>Tips and traps: same text, voice, seed and pack give the same samples; so no clock, no
 * iteration over hash order, no shared random source. Sample rates, hop and symbols come from the
 * pack's manifest; what goes in and what comes out may have different rates. Lengths are constants
 * in seconds, never in frames.
 */
package myna.speech;
