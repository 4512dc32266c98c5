package myna.speech.take;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import myna.audio.Audio;
import myna.speech.Clarity;
import myna.speech.listen.Ear;
import myna.speech.listen.Similarity;
import myna.speech.model.SpeechModel;
import myna.speech.model.VoiceFeatures;
import myna.text.Word;

/** Listens to takes: can the words be made out, and how much does it sound like the voice? */
final class TakeJudge {
  /** What a nat of clarity is worth in likeness: takes of a chunk differ by as much in both. */
  private static final double VALUE_OF_CLARITY = 0.2;

  private final SpeechModel model;
  private final Ear ear;

  TakeJudge(SpeechModel model) {
    this.model = model;
    ear = new Ear(model.format());
  }

  /**
   * What was found.
   *
   * @param words how well each is heard
   * @param merit of two takes, the better has more
   */
  record Verdict(List<Clarity> words, double merit) {}

  /**
   * Judges a take.
   *
   * @param words that were to be said
   * @param voice that should be heard; empty where that is not asked
   */
  Verdict judge(List<Word> words, Audio take, Optional<VoiceFeatures> voice) {
    float[] samples = Similarity.frames(model, take);
    double[] scores = ear.scores(words, model.posteriors(samples));
    double mean = Arrays.stream(scores).average().orElse(Ear.UNHEARD);
    double likeness = voice.flatMap(other -> likeness(samples, other)).orElse(0.0);
    return new Verdict(
        Clarity.of(scores, model.format().timing().hearing()), likeness + VALUE_OF_CLARITY * mean);
  }

  private Optional<Double> likeness(float[] samples, VoiceFeatures voice) {
    return model
        .speaker(samples)
        .map(said -> Similarity.cosine(said, model.speaker(voice.reference()).orElseThrow()));
  }
}
