/**
 * Weights as they are stored in a pack, in 16 and 8 bits, and as an adapted voice changes them.
 *
 * <p>What may not live here: {@code ai.onnxruntime}.
 */
package myna.onnx.weights;
