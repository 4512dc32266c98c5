/**
 * The synthesizer: text and a voice to samples and word timings, one sentence after another.
 *
 * <p>What lives here: the request and its settings, the path from sentences to tokens to samples,
 * and the interfaces of the networks it needs, which {@link myna.onnx} implements. What may not:
 * file formats, JavaFX, {@code ai.onnxruntime}.
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
