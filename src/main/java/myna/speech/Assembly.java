package myna.speech;

import java.util.ArrayList;
import java.util.List;
import myna.audio.Audio;

/** Puts stretches of samples and silence after one another, and moves the words' times along. */
final class Assembly {
  private final int sampleRate;
  private final List<float[]> parts = new ArrayList<>();
  private final List<SpokenWord> words = new ArrayList<>();
  private int length;

  Assembly(int sampleRate) {
    this.sampleRate = sampleRate;
  }

  /**
   * Adds a stretch.
   *
   * @param samples kept until {@link #audio} copies them
   * @param spoken with times in {@code samples}
   */
  void add(float[] samples, List<SpokenWord> spoken) {
    double start = (double) length / sampleRate;
    spoken.forEach(word -> words.add(word.later(start)));
    append(samples);
  }

  void pause(double seconds) {
    append(new float[(int) Math.round(seconds * sampleRate)]);
  }

  private void append(float[] samples) {
    parts.add(samples);
    length = Math.addExact(length, samples.length);
  }

  Audio audio() {
    float[] all = new float[length];
    int at = 0;
    for (float[] part : parts) {
      System.arraycopy(part, 0, all, at, part.length);
      at += part.length;
    }
    return new Audio(all, sampleRate);
  }

  List<SpokenWord> words() {
    return words;
  }
}
