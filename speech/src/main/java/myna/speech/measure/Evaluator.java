package myna.speech.measure;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import myna.audio.Audio;
import myna.jobs.Cancellation;
import myna.resgen.adapt.AdaptedVoice;
import myna.speech.Speech;
import myna.speech.SpeechException;
import myna.speech.SpeechSettings;
import myna.speech.listen.Ear;
import myna.speech.listen.Similarity;
import myna.speech.model.SpeechModel;
import myna.speech.model.VoiceFeatures;
import myna.speech.synthesis.Passage;
import myna.speech.synthesis.Recital;
import myna.speech.synthesis.Synthesizer;
import myna.speech.synthesis.VoiceCast;
import myna.text.TextFrontEnd;
import myna.text.Word;

/** Speaks cases and measures what comes of it. */
public final class Evaluator {
  private final SpeechModel model;
  private final TextFrontEnd frontEnd;
  private final Synthesizer synthesizer;
  private final OpinionMeter meter;
  private final Ear ear;
  private final Map<Audio, VoiceFeatures> voices = new HashMap<>();
  private final Map<Audio, float[]> crowd = new HashMap<>();

  /**
   * An evaluator.
   *
   * @param frontEnd that reads the cases
   * @param meter or null
   */
  public Evaluator(SpeechModel model, TextFrontEnd frontEnd, OpinionMeter meter) {
    this.model = model;
    this.frontEnd = frontEnd;
    this.meter = meter;
    synthesizer = new Synthesizer(model);
    ear = new Ear(model.format());
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
   * @param nanos it took, the voice being known
   * @param output measured
   * @param recording measured, or null
   */
  public record Outcome(Audio audio, long nanos, Measures output, Measures recording) {
    /** Time it took over the length of what was spoken. */
    public double realTimeFactor() {
      return nanos / 1e9 / audio.seconds();
    }
  }

  /** Gets to know a clip of a voice, among which the reference of every case is looked for. */
  public void know(Audio clip) {
    Similarity.embedding(model, clip).ifPresent(embedding -> crowd.put(clip, embedding));
  }

  /**
   * Has whatever is to be spoken in the voice of a reference spoken by a model that is adapted to
   * that voice.
   *
   * @param clips of the voice
   * @throws SpeechException if there is too little speech in them
   */
  public void adapt(Audio reference, List<Audio> clips, Optional<AdaptedVoice> adapted)
      throws SpeechException {
    voices.put(reference, synthesizer.voice(clips, adapted));
  }

  /** How many voices are known. */
  public int voices() {
    return crowd.size();
  }

  /**
   * Speaks and measures a case; a reference that is not known yet gets known.
   *
   * @throws SpeechException if the reference holds no speech, or the text nothing to say
   */
  public Outcome evaluate(Case given, SpeechSettings settings) throws SpeechException {
    if (!crowd.containsKey(given.reference())) {
      know(given.reference());
    }
    VoiceCast voice = VoiceCast.of(voice(given.reference()));
    long start = System.nanoTime();
    Passage passage = new Passage(given.text(), voice, settings);
    Speech speech = new Recital(synthesizer, frontEnd).speak(passage, Cancellation.NEVER);
    long nanos = System.nanoTime() - start;
    List<Word> words = words(given.text());
    Measures output = measure(speech.audio(), words, given.reference());
    Measures recording =
        given.recording() == null ? null : measure(given.recording(), words, given.reference());
    return new Outcome(speech.audio(), nanos, output, recording);
  }

  private VoiceFeatures voice(Audio reference) throws SpeechException {
    VoiceFeatures known = voices.get(reference);
    if (known == null) {
      known = synthesizer.voice(reference);
      voices.put(reference, known);
    }
    return known;
  }

  /** The words of a text. */
  public List<Word> words(String text) {
    return frontEnd.sentences(text).flatMap(sentence -> sentence.words().stream()).toList();
  }

  private Measures measure(Audio clip, List<Word> words, Audio reference) {
    float[] samples = Similarity.frames(model, clip);
    float[] posteriors = model.posteriors(samples);
    PhonemeErrors errors = PhonemeErrors.of(words, ear.heard(posteriors));
    double[] scores = ear.scores(words, posteriors);
    double doubtful = model.format().timing().hearing().word();
    return new Measures(
        clip.seconds(),
        errors,
        words.size(),
        (int) Arrays.stream(scores).filter(score -> score >= doubtful).count(),
        meter == null ? null : meter.rate(clip),
        Similarity.embedding(model, clip).map(voice -> likeness(voice, reference)).orElse(null));
  }

  private Measures.Likeness likeness(float[] voice, Audio reference) {
    double similarity = Similarity.cosine(voice, crowd.get(reference));
    return new Measures.Likeness(
        similarity,
        crowd.values().stream().allMatch(one -> Similarity.cosine(voice, one) <= similarity));
  }

  /** Plants errors in a recording of a text, and listens whether they are heard. */
  public void plant(PlantedErrors errors, Audio recording, String text) {
    errors.add(Similarity.frames(model, recording), words(text));
  }
}
