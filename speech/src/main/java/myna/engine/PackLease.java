package myna.engine;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Consumer;
import myna.audio.Audio;
import myna.jobs.Cancellation;
import myna.jobs.Progress;
import myna.speech.ModelFormat;
import myna.speech.Redo;
import myna.speech.Speech;
import myna.speech.SpeechException;
import myna.speech.SpeechListener;
import myna.speech.SpeechSettings;
import myna.speech.SpokenLength;
import myna.speech.SpokenSentence;
import myna.speech.synthesis.Recital;
import myna.speech.synthesis.SpeechCollector;
import myna.text.Sentence;
import myna.text.TextFrontEnd;
import myna.text.TextSettings;
import myna.voice.ConsentSentence;
import myna.voice.Reading;
import myna.voice.Voiceprint;

/**
 * A pack that somebody speaks with: the port of everything that speaks. Safe for use by several
 * threads; equal calls give equal samples.
 */
public interface PackLease extends AutoCloseable {
  /** Identifies the pack by name, version and content; another one sounds otherwise. */
  String identity();

  /** What is to be known of the model; loads nothing. */
  ModelFormat format();

  /** The languages that it speaks, BCP 47; loads nothing. */
  List<String> languages();

  /**
   * A front end that knows how the pack says words that no lexicon holds; kept for the next who
   * reads alike.
   */
  TextFrontEnd frontEnd(TextSettings settings);

  /** What the model runs on, such as {@code cpu}; loads it. */
  String device() throws EngineException;

  /** Listens to a voice, so that its first sentence need not wait for that. */
  void hear(VoiceSource voice) throws EngineException;

  /** How long a sentence will sound, at any speed; it is not spoken. */
  SpokenLength length(Sentence sentence, Voices voices) throws EngineException;

  /**
   * Speaks a sentence, and hands out its samples while it is made.
   *
   * @param settings their seed is this sentence's own
   * @param pieces told all samples in order, on this thread; not to be changed
   * @throws myna.jobs.CancelledException within one evaluation of the network
   */
  SpokenSentence speak(
      Sentence sentence,
      Voices voices,
      SpeechSettings settings,
      Consumer<Audio> pieces,
      Cancellation cancellation)
      throws EngineException;

  /**
   * Says one word of a sentence again; the tokens of all others stay as they are.
   *
   * @param before as it was spoken with these voices and settings
   * @throws IllegalArgumentException if it was spoken otherwise, or its tokens were not kept
   */
  SpokenSentence sayAgain(
      SpokenSentence before,
      Voices voices,
      SpeechSettings settings,
      Redo redo,
      Cancellation cancellation)
      throws EngineException;

  /**
   * How much speech sounds like a voice: the cosine between their speaker embeddings, 1 for the
   * same voice; empty where the pack cannot tell.
   */
  OptionalDouble likeness(Audio speech, VoiceSource voice) throws EngineException;

  /**
   * Whether what was read is what its text says, as far as the pack can hear.
   *
   * @param settings how texts are read
   * @throws EngineException if there is no speech in it
   */
  boolean serves(Reading reading, TextSettings settings) throws EngineException;

  /**
   * What a recording says of the consent to use a voice: whether the sentence is said in it, by
   * that voice, and by no machine.
   *
   * @param asked of whoever was recorded
   * @param clips of the voice
   * @param settings how texts are read
   * @throws EngineException if there is no speech in it
   */
  HeardConsent hearConsent(
      ConsentSentence asked, Audio recording, List<Audio> clips, TextSettings settings)
      throws EngineException;

  /**
   * Whose voice clips are of, for comparison with others.
   *
   * @param clips of one voice, at least one
   * @return empty where the pack has no speaker network
   */
  Optional<Voiceprint> voiceprint(List<Audio> clips) throws EngineException;

  /**
   * Adapts the pack to a voice, which takes a minute or more; the voice itself is not changed.
   *
   * @throws EngineException if what was read does not serve, or the pack cannot be adapted
   * @throws myna.jobs.CancelledException within one step
   */
  Adapted adapt(AdaptRequest request, Progress progress, Cancellation cancellation)
      throws EngineException;

  /** Ends this use. The model goes on for others, and for a while in case somebody comes. */
  @Override
  void close();

  /**
   * Speaks a text sentence by sentence.
   *
   * @param listener told of pieces and sentences, on this thread
   * @throws IllegalArgumentException if an option is out of its range
   */
  default void stream(SpeechRequest request, SpeechListener listener, Cancellation cancellation)
      throws EngineException {
    SpeechSettings settings = request.options().settings(format().defaults());
    TextFrontEnd frontEnd = frontEnd(request.reading());
    try {
      Recital.<EngineException>recite(
          () -> frontEnd.sentences(request.text()),
          settings,
          (sentence, seeded, pieces) ->
              speak(sentence, request.voices(), seeded, pieces, cancellation),
          listener);
    } catch (SpeechException e) {
      throw EngineException.of(e);
    }
  }

  /** Speaks a whole text; as {@link #stream}. */
  default Speech speak(SpeechRequest request, Cancellation cancellation) throws EngineException {
    SpeechCollector collector = new SpeechCollector(format().signal().outputRate());
    stream(request, collector, cancellation);
    return collector.speech();
  }
}
