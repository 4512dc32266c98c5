package myna.audio;

import java.util.Random;

/** Signals for tests. */
public final class Signals {
  private Signals() {}

  /** A sine. */
  public static Audio sine(double hertz, double amplitude, double seconds, int rate) {
    float[] samples = new float[(int) Math.round(seconds * rate)];
    for (int t = 0; t < samples.length; t++) {
      samples[t] = (float) (amplitude * Math.sin(2 * Math.PI * hertz * t / rate));
    }
    return new Audio(samples, rate);
  }

  /** White noise of a given root mean square. */
  public static Audio noise(long seed, double rms, double seconds, int rate) {
    Random random = new Random(seed);
    float[] samples = new float[(int) Math.round(seconds * rate)];
    for (int t = 0; t < samples.length; t++) {
      samples[t] = (float) (rms * random.nextGaussian());
    }
    return new Audio(samples, rate);
  }

  /** Nothing. */
  public static Audio silence(double seconds, int rate) {
    return new Audio(new float[(int) Math.round(seconds * rate)], rate);
  }

  /** One after another; all of one rate. */
  public static Audio join(Audio... parts) {
    int length = 0;
    for (Audio part : parts) {
      length += part.length();
    }
    float[] samples = new float[length];
    int at = 0;
    for (Audio part : parts) {
      System.arraycopy(part.samples(), 0, samples, at, part.length());
      at += part.length();
    }
    return new Audio(samples, parts[0].sampleRate());
  }

  /** The sum; both of one rate and length. */
  public static Audio add(Audio a, Audio b) {
    float[] samples = a.samples().clone();
    for (int t = 0; t < samples.length; t++) {
      samples[t] += b.samples()[t];
    }
    return new Audio(samples, a.sampleRate());
  }

  /**
   * Something like speech: syllables of voiced vowels and hissing consonants, a pause after every
   * sixth.
   *
   * @param pitch in Hz
   */
  public static Audio speech(long seed, double pitch, double seconds, int rate) {
    return new Babble(seed, pitch, rate).speak(seconds);
  }
}
