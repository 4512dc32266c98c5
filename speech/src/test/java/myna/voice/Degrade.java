package myna.voice;

import java.util.Random;
import myna.audio.Audio;
import myna.audio.Levels;

/** Spoils clips as rooms, microphones and telephones do. */
final class Degrade {
  private Degrade() {}

  /** White noise a distance below the clip's level. */
  static Audio noise(Audio clip, double snrDb) {
    Random random = new Random(3);
    double gain = Math.pow(10, (Levels.rmsDb(clip) - snrDb) / 20);
    float[] samples = clip.samples().clone();
    for (int t = 0; t < samples.length; t++) {
      samples[t] += (float) (gain * random.nextGaussian());
    }
    return new Audio(samples, clip.sampleRate());
  }

  /** A room whose reverberation is as strong as the direct sound. */
  static Audio room(Audio clip, double seconds) {
    Random random = new Random(5);
    int rate = clip.sampleRate();
    float[] response = new float[(int) (seconds * rate)];
    double energy = 0;
    for (int t = rate / 250; t < response.length; t++) {
      response[t] = (float) (random.nextGaussian() * Math.exp(-6.9078 * t / (seconds * rate)));
      energy += response[t] * response[t];
    }
    float[] out = clip.samples().clone();
    for (int t = 0; t < response.length; t++) {
      float gain = (float) (response[t] / Math.sqrt(energy));
      for (int i = 0; gain != 0 && i + t < out.length; i++) {
        out[i + t] += gain * clip.samples()[i];
      }
    }
    return Levels.normalize(new Audio(out, rate), -25, -1);
  }

  /** Whatever is above a share of the peak, cut off. */
  static Audio overdrive(Audio clip, double share) {
    float limit = (float) (share * Levels.peak(clip));
    float[] samples = clip.samples().clone();
    for (int t = 0; t < samples.length; t++) {
      samples[t] = Math.clamp(samples[t], -limit, limit);
    }
    return new Audio(samples, clip.sampleRate());
  }
}
