package myna.speech.measure;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import myna.audio.Audio;
import myna.audio.Resampler;
import myna.jobs.Cancellation;
import myna.speech.Ear;
import myna.speech.Speech;
import myna.speech.SpeechException;
import myna.speech.SpeechModel;
import myna.speech.SpeechRequest;
import myna.speech.SpeechSettings;
import myna.speech.Synthesizer;
import myna.speech.VoiceCast;
import myna.text.TextFrontEnd;
import myna.text.Word;

/** Speaks cases and measures what comes of it. */
public final class Evaluator {
  private final SpeechModel model;
  private final TextFrontEnd frontEnd;
  private final Synthesizer synthesizer;
  private final OpinionMeter meter;
  private final Ear ear;

  /**
   * An evaluator.
   *
   * @param meter or null
   */
  public Evaluator(SpeechModel model, TextFrontEnd frontEnd, OpinionMeter meter) {
    this.model = model;
    this.frontEnd = frontEnd;
    this.meter = meter;
    synthesizer = new Synthesizer(model, frontEnd);
    ear = new Ear(model.format().symbols());
  }

  /**
   * A case.
   *
   * @param reference clip of the voice
   * @param text to speak
   * @param recording of the same text in the same voice, or null
   */
  public record Case(Audio reference, String text, Audio recording) {}

  /**
   * What came of a case.
   *
   * @param audio that was spoken
   * @param nanos it took, the reference included
   * @param output measured
   * @param recording measured, or null
   */
  public record Outcome(Audio audio, long nanos, Measures output, Measures recording) {
    /** Time it took over the length of what was spoken. */
    public double realTimeFactor() {
      return nanos / 1e9 / audio.seconds();
    }
  }

  /**
   * Speaks and measures a case.
   *
   * @throws SpeechException if the reference holds no speech, or the text nothing to say
   */
  public Outcome evaluate(Case given, SpeechSettings settings) throws SpeechException {
    long start = System.nanoTime();
    VoiceCast voice = VoiceCast.of(synthesizer.voice(given.reference()));
    SpeechRequest request = new SpeechRequest(given.text(), voice, settings);
    Speech speech = synthesizer.speak(request, Cancellation.NEVER);
    long nanos = System.nanoTime() - start;
    List<Word> words =
        frontEnd.sentences(given.text()).flatMap(sentence -> sentence.words().stream()).toList();
    Measures output = measure(speech.audio(), words, given.reference());
    Measures recording =
        given.recording() == null ? null : measure(given.recording(), words, given.reference());
    return new Outcome(speech.audio(), nanos, output, recording);
  }

  private Measures measure(Audio clip, List<Word> words, Audio reference) {
    PhonemeErrors errors = PhonemeErrors.of(words, ear.heard(model.posteriors(frames(clip))));
    Optional<float[]> own = model.speaker(frames(clip));
    Double similarity =
        own.map(a -> cosine(a, model.speaker(frames(reference)).orElseThrow())).orElse(null);
    return new Measures(
        clip.seconds(), errors, meter == null ? null : meter.rate(clip), similarity);
  }

  /** Samples at the model's rate, padded to whole frames. */
  private float[] frames(Audio clip) {
    float[] samples = Resampler.resample(clip, model.format().signal().sampleRate()).samples();
    int hop = model.format().signal().hop();
    return Arrays.copyOf(samples, Math.max(1, Math.ceilDiv(samples.length, hop)) * hop);
  }

  static double cosine(float[] a, float[] b) {
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
