package myna.ui.engine;

import java.util.Arrays;
import java.util.Optional;
import java.util.OptionalDouble;
import myna.audio.Audio;
import myna.speech.SpeechModel;

/** How much two recordings sound like the same person. */
final class Likeness {
  private Likeness() {}

  /** The cosine between the speaker embeddings; empty where the model has no such network. */
  static OptionalDouble between(SpeechModel model, Audio one, Audio other) {
    Optional<float[]> a = model.speaker(frames(model, one));
    Optional<float[]> b = a.isEmpty() ? a : model.speaker(frames(model, other));
    return b.isEmpty() ? OptionalDouble.empty() : OptionalDouble.of(cosine(a.get(), b.get()));
  }

  /** The samples, with silence up to a whole number of the codec's frames. */
  private static float[] frames(SpeechModel model, Audio audio) {
    int hop = model.format().signal().hop();
    return Arrays.copyOf(audio.samples(), (audio.length() + hop - 1) / hop * hop);
  }

  private static double cosine(float[] a, float[] b) {
    double product = 0;
    double first = 0;
    double second = 0;
    for (int i = 0; i < a.length; i++) {
      product += (double) a[i] * b[i];
      first += (double) a[i] * a[i];
      second += (double) b[i] * b[i];
    }
    return product / Math.sqrt(first * second);
  }
}
