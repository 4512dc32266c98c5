/**
 * What a model is to the synthesizer: its networks as interfaces, which {@code myna.onnx}
 * implements, and what they take and give.
 *
 * <p>What may not live here: how anything is spoken; whoever fakes a model for a test needs this
 * package alone.
 */
package myna.speech.model;
