package myna.audio;

import java.util.Random;

/** A source and three resonances: enough of a voice for tests, though no words. */
final class Babble {
  private static final double SYLLABLE_SECONDS = 0.22;
  private static final double HISS_SECONDS = 0.06;
  private static final double[][] VOWELS = {
    {730, 1090, 2440}, {270, 2290, 3010}, {300, 870, 2240}, {530, 1840, 2480}, {570, 840, 2410}
  };

  private final Random random;
  private final double pitch;
  private final int rate;
  private double phase;

  Babble(long seed, double pitch, int rate) {
    random = new Random(seed);
    this.pitch = pitch;
    this.rate = rate;
  }

  Audio speak(double seconds) {
    float[] out = new float[(int) Math.round(seconds * rate)];
    int syllable = (int) (SYLLABLE_SECONDS * rate);
    int count = 0;
    for (int at = rate / 10; at + syllable < out.length; at += syllable) {
      if (++count % 7 == 0) {
        continue;
      }
      hiss(out, at);
      vowel(out, at + (int) (HISS_SECONDS * rate), syllable - (int) (HISS_SECONDS * rate));
    }
    return Levels.normalize(new Audio(out, rate), -23, -2);
  }

  private void hiss(float[] out, int at) {
    int length = (int) (HISS_SECONDS * rate);
    double gain = 0.05 + 0.1 * random.nextDouble();
    for (int t = 0; t < length; t++) {
      out[at + t] += (float) (gain * bump(t, length) * random.nextGaussian());
    }
  }

  private void vowel(float[] out, int at, int length) {
    double[] formants = VOWELS[random.nextInt(VOWELS.length)];
    double tilt = 0.85 + 0.3 * random.nextDouble();
    float[] voice = new float[length];
    for (int t = 0; t < length; t++) {
      phase += pitch * tilt * (1.05 - 0.1 * t / length) / rate;
      double pulse = phase >= 1 ? 1 : 0;
      phase -= Math.floor(phase);
      voice[t] = (float) (pulse + 0.004 * random.nextGaussian());
    }
    for (double formant : formants) {
      if (formant < 0.45 * rate) {
        resonate(voice, formant);
      }
    }
    for (int t = 0; t < length; t++) {
      out[at + t] += (float) (voice[t] * bump(t, length));
    }
  }

  /** A resonance of 90 Hz width, in place, with gain 1 at 0 Hz. */
  private void resonate(float[] voice, double hertz) {
    double radius = Math.exp(-Math.PI * 90 / rate);
    double a1 = -2 * radius * Math.cos(2 * Math.PI * hertz / rate);
    Biquad filter = new Biquad(1 + a1 + radius * radius, 0, 0, a1, radius * radius);
    System.arraycopy(filter.filter(voice), 0, voice, 0, voice.length);
  }

  private static double bump(int t, int length) {
    return 0.5 - 0.5 * Math.cos(2 * Math.PI * (t + 0.5) / length);
  }
}
