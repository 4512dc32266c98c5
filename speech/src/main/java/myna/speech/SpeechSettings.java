package myna.speech;

import myna.resgen.SamplingSettings;

/**
 * How a text is spoken.
 *
 * @param sampling of the tokens
 * @param speed relative to what the model finds natural, in [{@link #SLOWEST}, {@link #FASTEST}]
 * @param seed that determines all random numbers
 * @param check of what was spoken
 */
public record SpeechSettings(
    SamplingSettings sampling, double speed, long seed, CheckSettings check) {
  /** The slowest speed. */
  public static final double SLOWEST = 0.4;

  /** The fastest speed. */
  public static final double FASTEST = 2.5;

  /** Checks the speed. */
  public SpeechSettings {
    if (!(speed >= SLOWEST && speed <= FASTEST)) {
      throw new IllegalArgumentException(
          "speed must be from " + SLOWEST + " to " + FASTEST + ", not " + speed);
    }
  }

  /** A model's default settings, at normal speed, seed 0, unchecked. */
  public static SpeechSettings of(ModelFormat format) {
    return new SpeechSettings(format.defaults(), 1, 0, CheckSettings.OFF);
  }

  /** The same with another seed. */
  public SpeechSettings withSeed(long other) {
    return new SpeechSettings(sampling, speed, other, check);
  }

  /** The same with another speed. */
  public SpeechSettings withSpeed(double other) {
    return new SpeechSettings(sampling, other, seed, check);
  }

  /** The same with another sampling. */
  public SpeechSettings withSampling(SamplingSettings other) {
    return new SpeechSettings(other, speed, seed, check);
  }

  /** The same with another check. */
  public SpeechSettings withCheck(CheckSettings other) {
    return new SpeechSettings(sampling, speed, seed, other);
  }
}
