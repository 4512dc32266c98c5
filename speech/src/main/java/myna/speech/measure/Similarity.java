package myna.speech.measure;

import java.util.Arrays;
import java.util.Optional;
import myna.audio.Audio;
import myna.audio.Resampler;
import myna.speech.ActiveLevel;
import myna.speech.SpeechModel;

/** How alike two voices are, by the model's speaker network. */
public final class Similarity {
  private Similarity() {}

  /**
   * The cosine between the embeddings of two clips.
   *
   * @return in [-1, 1], or empty where the model has no speaker network
   */
  public static Optional<Double> of(SpeechModel model, Audio a, Audio b) {
    return embedding(model, a).map(one -> cosine(one, embedding(model, b).orElseThrow()));
  }

  /** The embedding of a clip, or empty where the model has no speaker network. */
  static Optional<float[]> embedding(SpeechModel model, Audio clip) {
    return model.speaker(frames(model, clip));
  }

  /** Samples at the model's rate and level, padded to whole frames, at least one. */
  static float[] frames(SpeechModel model, Audio clip) {
    int rate = model.format().signal().sampleRate();
    float[] samples = Resampler.resample(clip, rate).samples();
    int hop = model.format().signal().hop();
    float[] framed = Arrays.copyOf(samples, Math.max(1, Math.ceilDiv(samples.length, hop)) * hop);
    double level = ActiveLevel.of(samples, rate);
    if (Double.isFinite(level)) {
      ActiveLevel.amplify(framed, model.format().signal().level() - level, 1);
    }
    return framed;
  }

  /** The cosine between two embeddings. */
  public static double cosine(float[] a, float[] b) {
    double dot = 0;
    double squaresA = 0;
    double squaresB = 0;
    for (int i = 0; i < a.length; i++) {
      dot += (double) a[i] * b[i];
      squaresA += (double) a[i] * a[i];
      squaresB += (double) b[i] * b[i];
    }
    return dot / Math.sqrt(Math.max(1e-30, squaresA * squaresB));
  }
}
