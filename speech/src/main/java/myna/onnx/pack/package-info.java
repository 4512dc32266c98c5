/**
 * Packs that are open: sessions, and the networks that {@link myna.speech.model}, {@link
 * myna.resgen}, {@link myna.codec} and {@link myna.text} declare.
 *
 * <p>Data flow: pack folder -> manifest -> checked files -> sessions -> float arrays in, float
 * arrays out. What may not live here: decisions of the sampler, which are Java above the networks.
 *
 * <p>Tips and traps: close every tensor and session.
 */
package myna.onnx.pack;
