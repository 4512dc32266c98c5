package myna.onnx;

import java.util.Set;

/** The graphs of a pack, by role, with what we call their tensors. */
enum Role {
  CODEC_ENCODER("codec-encoder", "samples", "latents", true),
  CODEC_DECODER("codec-decoder", "latents noise turn anchor", "samples turns", true) {
    @Override
    Set<String> optionalInputs() {
      return Set.of("noise", "turn", "anchor");
    }

    @Override
    Set<String> optionalOutputs() {
      return Set.of("turns");
    }
  },
  REFERENCE_ENCODER("reference-encoder", "latents", "keys values style", true),
  TEXT_ENCODER("text-encoder", "phonemes style", "text log_durations", true),
  GENERATOR(
      "generator",
      "visible depth text keys values style conditional guidance",
      "logits mean coefficients log_scale",
      true),
  ALIGNER("aligner", "samples", "log_probs", true),
  SPEAKER("speaker", "latents", "embedding", false),
  G2P("g2p", "letters", "log_probs", false),
  /** Takes the factors and weights too, which go by their own names; see {@link OnnxStep}. */
  ADAPT(
      "adapt",
      "phonemes spoken durations heed place depth visible target inside reference conditional",
      "loss",
      false);

  /** The key in the manifest. */
  final String key;

  private final String inputs;
  private final String outputs;

  /** Whether every pack has it. */
  final boolean required;

  Role(String key, String inputs, String outputs, boolean required) {
    this.key = key;
    this.inputs = inputs;
    this.outputs = outputs;
    this.required = required;
  }

  /** What we call its inputs. */
  Set<String> inputs() {
    return Set.of(inputs.split(" "));
  }

  /** What we call its outputs. */
  Set<String> outputs() {
    return Set.of(outputs.split(" "));
  }

  /** Those of its inputs that a file may do without. */
  Set<String> optionalInputs() {
    return Set.of();
  }

  /** Those of its outputs that a file may do without. */
  Set<String> optionalOutputs() {
    return Set.of();
  }
}
