package myna.speech;

import java.util.Locale;

/** The parts of the work, for timing. */
public enum Stage {
  /** Text to sentences and phonemes. */
  TEXT,
  /** Reference clip to keys, values and style. */
  REFERENCE,
  /** Phonemes to features and durations. */
  DURATIONS,
  /** Evaluations of the generator. */
  NETWORK,
  /** Noise, mixtures. */
  DRAW,
  /** Choice of tokens and their quantization. */
  REVEAL,
  /** Tokens to samples. */
  DECODE,
  /** Listening to the result. */
  CHECK;

  /** The name in reports. */
  public String key() {
    return name().toLowerCase(Locale.ROOT);
  }
}
