package myna.ui.fakes;

import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import myna.audio.Audio;

/** Sounds that are made up, for tests: the shape of speech without its sense. */
public final class Sounds {
  private static final int SAMPLE_RATE = 16_000;

  private Sounds() {}

  /** Syllables of a buzzing voice with pauses between words. */
  public static Audio speech(double seconds, long seed) {
    RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
    float[] samples = new float[(int) (seconds * SAMPLE_RATE)];
    double pitch = 110 + random.nextDouble() * 90;
    int at = (int) (0.1 * SAMPLE_RATE);
    while (at < samples.length) {
      int length = (int) ((0.09 + 0.14 * random.nextDouble()) * SAMPLE_RATE);
      double formant = 400 + 700 * random.nextDouble();
      double strength = 0.35 + 0.5 * random.nextDouble();
      double tone = pitch * (0.9 + 0.2 * random.nextDouble());
      for (int i = 0; i < length && at + i < samples.length; i++) {
        double window = Math.sin(Math.PI * i / length);
        samples[at + i] = (float) (strength * window * voice(tone, formant, at + i));
      }
      at += length;
      at += (int) ((random.nextInt(4) == 0 ? 0.16 : 0.012) * SAMPLE_RATE);
    }
    return new Audio(samples, SAMPLE_RATE);
  }

  /** A sum of harmonics with a bump at the formant, in [-1, 1]. */
  private static double voice(double tone, double formant, int sample) {
    double sum = 0;
    double weights = 0;
    for (int h = 1; h * tone < 6000; h++) {
      double distance = (h * tone - formant) / 350;
      double weight = 1.0 / h + Math.exp(-distance * distance);
      sum += weight * Math.sin(2 * Math.PI * h * tone * sample / SAMPLE_RATE + h);
      weights += weight;
    }
    return sum / weights * 1.8;
  }
}
