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
    add(spoken, seconds());
    append(samples);
  }

  /** Adds words whose samples start at a time. */
  void add(List<SpokenWord> spoken, double start) {
    spoken.forEach(word -> words.add(word.later(start)));
  }

  /** Adds samples, kept until {@link #audio} copies them. */
  void add(float[] samples) {
    append(samples);
  }

  /** Adds silence, and returns it. */
  float[] pause(double seconds) {
    float[] silence = new float[(int) Math.round(seconds * sampleRate)];
    append(silence);
    return silence;
  }

  /** The length so far. */
  double seconds() {
    return (double) length / sampleRate;
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
