/**
 * Model packs and the devices they run on: the only package that knows {@code ai.onnxruntime}.
 *
 * <p>What lives here: the strict manifest, checksums, sessions, choice of device, and
 * implementations of the network interfaces that {@link myna.speech}, {@link myna.resgen}, {@link
 * myna.codec} and {@link myna.text} declare. What may not: decisions of the sampler, which are Java
 * above the networks.
 *
 * <p>Data flow: pack folder -> manifest -> checked files -> sessions -> float arrays in, float
 * arrays out.
 *
 * <p>Tips and traps: check every file's SHA-256 before it is loaded. Close every tensor and
 * session. Probe for CUDA before it is asked for: a failed probe costs half a gigabyte of
 * unpacking.
 */
package myna.onnx;
