package myna.engine;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import myna.audio.Audio;
import myna.jobs.Cancellation;
import myna.speech.SpeechException;
import myna.speech.listen.ReadingAligner;
import myna.speech.listen.Similarity;
import myna.speech.model.SpeechModel;
import myna.text.Word;
import myna.voice.ConsentSentence;
import myna.watermark.WatermarkDetector;

/** Listens to whether somebody consents to the use of their voice. */
final class ConsentListener {
  private final SpeechModel model;

  ConsentListener(SpeechModel model) {
    this.model = model;
  }

  /**
   * Listens to a recording.
   *
   * @param words of the sentence that was asked for, at least {@link ConsentSentence#DRAWN}, which
   *     end it
   * @param clips of the voice
   * @throws SpeechException if there is no speech in it
   */
  HeardConsent hear(List<Word> words, Audio recording, List<Audio> clips) throws SpeechException {
    ReadingAligner.Aligned aligned =
        new ReadingAligner(model)
            .align(List.of(new ReadingAligner.Reading(recording, words)), Cancellation.NEVER)
            .getFirst();
    double[] scores = aligned.scores();
    double[] drawn =
        Arrays.copyOfRange(scores, scores.length - ConsentSentence.DRAWN, scores.length);
    return new HeardConsent(
        Arrays.stream(drawn).average().orElseThrow(),
        aligned.heard(),
        likeness(recording, clips),
        model.format().likeness().consent(),
        WatermarkDetector.detect(recording));
  }

  private OptionalDouble likeness(Audio recording, List<Audio> clips) {
    Optional<float[]> one = Similarity.embedding(model, recording);
    Optional<float[]> other = embedding(model, clips);
    return one.isPresent() && other.isPresent()
        ? OptionalDouble.of(Similarity.cosine(one.get(), other.get()))
        : OptionalDouble.empty();
  }

  /**
   * The embedding of a voice: the sum of those of its clips, each of which has length 1.
   *
   * @return [E], or empty where the model has no speaker network
   */
  static Optional<float[]> embedding(SpeechModel model, List<Audio> clips) {
    return clips.stream()
        .flatMap(clip -> Similarity.embedding(model, clip).stream())
        .reduce(ConsentListener::sum);
  }

  private static float[] sum(float[] a, float[] b) {
    float[] sum = new float[a.length];
    for (int e = 0; e < sum.length; e++) {
      sum[e] = a[e] + b[e];
    }
    return sum;
  }
}
