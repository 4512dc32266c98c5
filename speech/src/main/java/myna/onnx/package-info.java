/**
 * Model packs and the devices they run on: the only house that knows {@code ai.onnxruntime}.
 *
 * <p>What lives here: what those outside name when they ask for a pack, and its failures. The
 * rooms, top to bottom:
 *
 * <pre>
 * pack              open packs: sessions, the networks
 * manifest          what a pack says of itself, and whether it is true
 * weights           weights as they are stored
 * system            native libraries, CUDA
 * </pre>
 */
package myna.onnx;
